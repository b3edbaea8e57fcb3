package io.qtrader.topology.sequencer;

/**
 * Where an input record stands.
 *
 * @param topic its topic
 * @param partition its partition there
 * @param offset its offset there
 */
record Input(InputTopic topic, int partition, long offset) {
    @Override
    public String toString() {
        return "topic=" + topic.name() + ", partition=" + partition + ", offset=" + offset;
    }
}
