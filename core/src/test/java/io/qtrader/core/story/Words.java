package io.qtrader.core.story;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of an event as they are read, one after the other; {@code key=value} stand aside. */
final class Words {
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();

    Words(List<String> event) {
        for (String word : event) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                settings.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                words.add(word.equals("''") ? "" : word);
            }
        }
    }

    boolean more() {
        return !words.isEmpty();
    }

    String next(String what) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("it does not say " + what);
        }
        return words.remove(0);
    }

    long qty(String what) {
        return whole(next(what));
    }

    /** Takes a word from wherever it stands; whether it was there. */
    boolean take(String word) {
        return words.remove(word);
    }

    /** Takes a word and the one that follows it; null where it does not stand. */
    String takeAfter(String word) {
        int at = words.indexOf(word);
        if (at < 0 || at + 1 == words.size()) {
            return null;
        }
        words.remove(at);
        return words.remove(at);
    }

    /** Takes the first word that begins with a text; null where none does. */
    String takePrefixed(String prefix) {
        for (String word : words) {
            if (word.startsWith(prefix) && word.length() > prefix.length()) {
                words.remove(word);
                return word.substring(prefix.length());
            }
        }
        return null;
    }

    /** Whether a key is set. */
    boolean has(String key) {
        return settings.containsKey(key);
    }

    /** Takes the setting of a key; null where it is not set. */
    String setting(String key) {
        return settings.remove(key);
    }

    long setting(String key, long otherwise) {
        String value = setting(key);
        return value == null ? otherwise : whole(value);
    }

    /** Every word must mean something. */
    void done() {
        if (!words.isEmpty() || !settings.isEmpty()) {
            throw new IllegalArgumentException("not understood: " + words + settings.keySet());
        }
    }

    static long whole(String word) {
        return Long.parseLong(word);
    }

    /** A time as {@code 250ms}, {@code 5s}, {@code 2m}, {@code 1h}, {@code 3d}; may be negative. */
    static Duration duration(String word) {
        String unit = word.replaceFirst("^[+-]?[0-9]+", "");
        long count = whole(word.substring(0, word.length() - unit.length()));
        return switch (unit) {
            case "us" -> Duration.of(count, ChronoUnit.MICROS);
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> throw new IllegalArgumentException(word + " is no time: 250ms, 5s, 2m, 1h, 3d");
        };
    }
}
