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
    private final Map<String, String> refused = new LinkedHashMap<>();

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
     * A key that the caller may not give at all.
     *
     * @param why as in "the oms never goes on past a failure"
     */
    public StreamsSettings never(String key, String why) {
        refused.put(key, why);
        return this;
    }

    /**
     * Everything together.
     *
     * @param given the caller's Kafka properties
     * @throws IllegalArgumentException if the caller gives a fixed one another value, or a refused
     *     one
     */
    public Properties with(Map<String, ?> given) {
        Properties properties = new Properties();
        defaults.forEach(
                (key, value) -> {
                    if (!given.containsKey(bare(key)) && !given.containsKey(shorter(key))) {
                        properties.put(key, value);
                    }
                });
        given.forEach(
                (key, value) -> {
                    if (refused.containsKey(key)) {
                        throw new IllegalArgumentException(
                                key + " cannot be set here, since " + refused.get(key)
                                        + ": leave it out");
                    }
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

    /** {@code linger.ms} of {@code producer.linger.ms}: the caller may give it either way. */
    private static String bare(String key) {
        return shorter(key).replaceFirst("^(producer|consumer|admin)\\.", "");
    }

    /** {@code consumer.x} of {@code main.consumer.x}. */
    private static String shorter(String key) {
        return key.replaceFirst("^main\\.", "");
    }

    private static String text(Object value) {
        return value instanceof Class<?> type ? type.getName() : String.valueOf(value);
    }
}
