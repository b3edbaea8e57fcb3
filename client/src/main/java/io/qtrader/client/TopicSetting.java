package io.qtrader.client;

/**
 * One setting of a topic: what set-up gives it, and what is good enough where it exists.
 *
 * @param name Kafka's name of it
 * @param value what set-up gives it
 * @param least where null, only {@link #value} will do; else the smallest number that will, and -1
 *     counts as unlimited
 */
public record TopicSetting(String name, String value, Long least) {

    static TopicSetting exactly(String name, String value) {
        return new TopicSetting(name, value, null);
    }

    static TopicSetting atLeast(String name, long value, long least) {
        return new TopicSetting(name, Long.toString(value), least);
    }

    /** Whether what is found will do. */
    public boolean accepts(String found) {
        if (least == null) {
            return value.equals(found);
        }
        try {
            long number = Long.parseLong(found);
            return number == -1 || number >= least;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** What will do, for people. */
    public String expected() {
        return least == null ? value : least + " or more";
    }
}
