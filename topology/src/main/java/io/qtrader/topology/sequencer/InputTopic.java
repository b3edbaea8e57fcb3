package io.qtrader.topology.sequencer;

import io.qtrader.client.Topic;

/**
 * An input topic as it was found when the sequencer started.
 *
 * @param topic which one
 * @param name its full name
 * @param id Kafka's id of it: a topic made anew has another
 * @param partitions how many it has
 */
public record InputTopic(Topic topic, String name, String id, int partitions) {}
