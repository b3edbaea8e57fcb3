package io.qtrader.core.story;

import java.util.ArrayList;
import java.util.List;

/** Holds what came out of an event against what its line says. */
final class Matching {
    private Matching() {}

    /** Every phrase must be true, and everything that must be named, named. */
    static void check(Line line, List<Facts> seen) {
        List<Phrase> phrases = withImplied(line);
        if (phrases.stream().anyMatch(Phrase::nothing)) {
            fail(line, List.of(), seen, seen);
            return;
        }
        List<Facts> unnamed = new ArrayList<>(seen);
        List<Phrase> untrue = new ArrayList<>();
        for (Phrase phrase : phrases) {
            if (!meets(phrase, seen, unnamed)) {
                untrue.add(phrase);
            }
        }
        unnamed.removeIf(f -> !f.kind().exact || f.kind() == Kind.PARENT && f.telling().isEmpty());
        fail(line, untrue, unnamed, seen);
    }

    /** How the tables stand must bear every phrase out. */
    static void now(Line line, List<Facts> rows) {
        List<Phrase> untrue = new ArrayList<>();
        for (Phrase phrase : line.expected()) {
            boolean some = rows.stream().anyMatch(
                    f -> f.kind() == phrase.kind() && f.words().containsAll(phrase.words()));
            if (some == phrase.none()) {
                untrue.add(phrase);
            }
        }
        fail(line, untrue, List.of(), rows);
    }

    /** A {@code fill} line says by itself that it makes one plain fill, unless it says otherwise. */
    private static List<Phrase> withImplied(Line line) {
        List<String> event = line.event();
        boolean plain = event.get(0).equals("fill") && line.expected().stream()
                .noneMatch(p -> p.nothing() || p.kind() == Kind.FILL);
        if (!plain) {
            return line.expected();
        }
        List<Phrase> all = new ArrayList<>(line.expected());
        List<String> words = event.stream()
                .filter(w -> w.matches("c[0-9]+|@.*|[+-]?[0-9]+")).map(Facts::canonical).toList();
        all.add(new Phrase("fill " + String.join(" ", words), Kind.FILL, false, words));
        return all;
    }

    private static boolean meets(Phrase phrase, List<Facts> seen, List<Facts> unnamed) {
        if (phrase.none()) {
            return seen.stream().noneMatch(
                    f -> f.kind() == phrase.kind() && f.words().containsAll(phrase.words()));
        }
        if (!phrase.kind().exact) {
            return seen.stream().anyMatch(phrase::says);
        }
        for (Facts facts : unnamed) {
            if (phrase.says(facts)) {
                unnamed.remove(facts);
                return true;
            }
        }
        return false;
    }

    private static void fail(Line line, List<Phrase> untrue, List<Facts> unnamed, List<Facts> seen) {
        if (untrue.isEmpty() && unnamed.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        if (!untrue.isEmpty()) {
            text.append("the story says, and it is not so:");
            untrue.forEach(p -> text.append("\n    ").append(p.text()));
        }
        if (!unnamed.isEmpty()) {
            text.append(list(text.isEmpty() ? "" : "\n  ", "the story does not say, and it is so:", unnamed));
        }
        text.append(list("\n  all that came out:", seen));
        throw new StoryFailure(line, text.toString());
    }

    static String list(String title, List<Facts> facts) {
        return list("", title, facts);
    }

    private static String list(String before, String title, List<Facts> facts) {
        StringBuilder text = new StringBuilder(before).append(title);
        facts.forEach(f -> text.append("\n    ").append(f));
        return facts.isEmpty() ? before + title + " nothing" : text.toString();
    }
}
