package io.qtrader.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The Kafka Streams properties of a shell: what the caller gives stands above our defaults and
 * passes through untouched; what a promise of the shell rests on cannot be changed.
 */
public final class StreamsSettings {

    private final Map<String, Object> defaults = new LinkedHashMap<>();
    private final Map<String, Object> fixed = new LinkedHashMap<>();

    /** A value that holds unless the caller gives another. */
    public StreamsSettings byDefault(String key, Object value) {
        defaults.put(key, value);
        return this;
    }

    /** A value that the caller may repeat and not change. */
    public StreamsSettings always(String key, Object value) {
        fixed.put(key, value);
        return this;
    }

    /**
     * Everything together.
     *
     * @param given the caller's Kafka properties
     * @throws IllegalArgumentException if the caller gives a fixed one another value
     */
    public Properties with(Map<String, ?> given) {
        Properties properties = new Properties();
        properties.putAll(defaults);
        given.forEach(
                (key, value) -> {
                    Object ours = fixed.get(key);
                    if (ours != null && !text(ours).equals(text(value))) {
                        throw new IllegalArgumentException(
                                key + " is " + text(value) + ", but must be " + text(ours)
                                        + " here: leave it out");
                    }
                    properties.put(key, value);
                });
        properties.putAll(fixed);
        return properties;
    }

    private static String text(Object value) {
        return value instanceof Class<?> type ? type.getName() : String.valueOf(value);
    }
}
