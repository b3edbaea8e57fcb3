package io.qtrader.client;

/**
 * One thing about a topic that is not as it must be.
 *
 * @param topic the topic's full name
 * @param setting what of it, by Kafka's name
 * @param found what is there
 * @param expected what must be there
 * @param remedy what to do
 */
public record TopicFinding(
        String topic, String setting, String found, String expected, String remedy) {

    /** One line for the user. */
    @Override
    public String toString() {
        return topic + ": " + setting + " is " + found + ", must be " + expected + ": " + remedy;
    }
}
