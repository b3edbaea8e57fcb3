package io.qtrader.app.replay.verify;

import io.qtrader.client.Topic;
import java.util.List;

/** What the records of one topic came to, over all partitions. */
final class Tally {

    static final List<String> HEADING = List.of("topic", "made", "equal", "compacted", "expired",
            "not yet", "newer", "different");

    private final Topic topic;
    private Difference first;
    long made;
    long equal;
    /** Gone, with a later record of the same key behind them. */
    long compacted;
    /** Gone with the beginning of a topic that may lose it. */
    long expired;
    /** Not there, and not to be expected: the Oms had not committed so far. */
    long pending;
    /** There, of entries behind the end of the journal file that is replayed. */
    long newer;
    private long different;

    Tally(Topic topic) {
        this.topic = topic;
    }

    void different(Difference difference) {
        different++;
        if (first == null) {
            first = difference;
        }
    }

    Topic topic() {
        return topic;
    }

    /** The first difference; null where there is none. */
    Difference first() {
        return first;
    }

    long different() {
        return different;
    }

    /** A row under {@link #HEADING}. */
    List<String> row() {
        return List.of(topic.suffix(), Long.toString(made), Long.toString(equal),
                Long.toString(compacted), Long.toString(expired), Long.toString(pending),
                Long.toString(newer), Long.toString(different));
    }
}
