package io.qtrader.app.watch;

import io.qtrader.client.Seq;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows which output records were seen before: after a crash the journal's next reader writes again
 * what an aborted transaction had written, and a reader of uncommitted records meets both.
 */
public final class Repeats {

    private final Map<TopicPartition, Seq> newest = new HashMap<>();

    /** Whether a record is no newer than one seen before; otherwise it is remembered. */
    public boolean seenBefore(TopicPartition partition, Seq seq) {
        Seq last = newest.get(partition);
        if (last != null && last.journalid().equals(seq.journalid()) && seq.compareTo(last) <= 0) {
            return true;
        }
        newest.put(partition, seq);
        return false;
    }
}
