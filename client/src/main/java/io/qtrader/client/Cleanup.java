package io.qtrader.client;

/** What Kafka may forget of a topic. */
public enum Cleanup {
    /** Old records go when their time is over. */
    DELETE,
    /** The latest record of each key stays. */
    COMPACT,
    /** Nothing ever goes: the topic is a system of record. */
    NEVER
}
