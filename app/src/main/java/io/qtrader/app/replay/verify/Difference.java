package io.qtrader.app.replay.verify;

import io.qtrader.client.Seq;
import io.qtrader.client.Topic;

/**
 * Something on an output topic that is not as the journal makes it.
 *
 * @param topic the topic
 * @param partition the partition
 * @param found the record there; null where it is missing
 * @param seq the seq that is concerned; null where the record bears none that can be read
 * @param expected what the core makes; null where that was not known on the way
 * @param what what is wrong, a sentence without a full stop
 */
record Difference(Topic topic, int partition, OutputRecord found, Seq seq, Expected expected,
        String what) {

    /** The same, with what the core makes, looked up afterwards. */
    Difference with(Expected lookedUp, String better) {
        return new Difference(topic, partition, found, seq, lookedUp, better);
    }
}
