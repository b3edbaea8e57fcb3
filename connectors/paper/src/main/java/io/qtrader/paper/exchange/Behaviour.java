package io.qtrader.paper.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the exchange behaves: settings for all orders, and a script for those that it names.
 *
 * <p>A behaviour file is a YAML mapping, a line each:
 * <pre>
 * seed: 7
 * latency: 5-20            # ms
 * order 3: ack, fill 40, fill 60
 * order 4: reject transient 'busy'
 * order 5: silent          # taken into the book, but never a word about it
 * order 6: lost            # never received
 * order 7: ack, wait 200, fill 50 @ 182.40, bust 1 reopen, market
 * cancel of 8: fill 60, too late
 * replace of 9: reject 'no'
 * </pre>
 * Orders are counted from 1 as they come in. A line for a cancel or replace speaks of the first
 * one of that order. An order with a script trades by it alone until {@code market}.
 */
public final class Behaviour {

    private static final Pattern LINE =
            Pattern.compile("(?<key>[^:#]+?)\\s*:\\s*(?<value>.*?)\\s*(?:#.*)?");
    private static final Pattern SCRIPTED =
            Pattern.compile("(?<what>order|cancel of|replace of) (?<number>\\d+)");

    private final VenueSettings settings;
    private final Map<String, List<ScriptStep>> scripts;

    private Behaviour(VenueSettings settings, Map<String, List<ScriptStep>> scripts) {
        this.settings = settings;
        this.scripts = scripts;
    }

    /** By chance alone. */
    public static Behaviour of(VenueSettings settings) {
        return new Behaviour(settings, Map.of());
    }

    /**
     * Reads a behaviour file over the given settings.
     *
     * @throws IOException names file and line where it is not one
     */
    public static Behaviour read(Path file, VenueSettings defaults) throws IOException {
        return parse(file.toString(), Files.readAllLines(file), defaults);
    }

    /** Reads the lines of a behaviour file; {@code name} stands in refusals. */
    public static Behaviour parse(String name, List<String> lines, VenueSettings defaults)
            throws IOException {
        VenueSettings settings = defaults;
        Map<String, List<ScriptStep>> scripts = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                Matcher m = LINE.matcher(line);
                if (!m.matches()) {
                    throw new IllegalArgumentException("expected `key: value`");
                }
                String key = m.group("key");
                if (!SCRIPTED.matcher(key).matches()) {
                    settings = SettingLine.apply(settings, key, m.group("value"));
                } else if (scripts.put(key, script(key, m.group("value"))) != null) {
                    throw new IllegalArgumentException("a second line for " + key);
                }
            } catch (IllegalArgumentException e) {
                throw new IOException(name + ": line " + (i + 1) + ": " + e.getMessage());
            }
        }
        return new Behaviour(settings, Map.copyOf(scripts));
    }

    private static List<ScriptStep> script(String key, String value) {
        return key.startsWith("order ") ? ScriptLine.ofOrder(value) : ScriptLine.ofAmendment(value);
    }

    VenueSettings settings() {
        return settings;
    }

    /** What the script says of the n-th new order. */
    Optional<List<ScriptStep>> order(long number) {
        return Optional.ofNullable(scripts.get("order " + number));
    }

    /** What the script says of the first cancel of the n-th order. */
    Optional<List<ScriptStep>> cancelOf(long number) {
        return Optional.ofNullable(scripts.get("cancel of " + number));
    }

    /** What the script says of the first replace of the n-th order. */
    Optional<List<ScriptStep>> replaceOf(long number) {
        return Optional.ofNullable(scripts.get("replace of " + number));
    }
}
