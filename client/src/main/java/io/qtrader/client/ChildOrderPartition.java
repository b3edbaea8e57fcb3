package io.qtrader.client;

import io.qtrader.client.ChildOrderLog.Entry;
import io.qtrader.client.ChildOrderSequence.Verdict;
import io.qtrader.client.ReaderAlarm.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the reader knows of one partition of child-orders: the rule's memory, and its file. */
final class ChildOrderPartition implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChildOrderPartition.class);

    private final TopicPartition partition;
    private final ChildOrderLog log;
    private final ChildOrderSequence sequence = new ChildOrderSequence();
    private final List<Entry> uncommitted = new ArrayList<>();
    private long next;

    ChildOrderPartition(Path directory, TopicPartition partition) {
        this.partition = partition;
        this.log =
                new ChildOrderLog(
                        directory,
                        partition.topic(),
                        partition.partition(),
                        ChildOrderSequence.REMEMBERED);
        for (Entry entry : log.load()) {
            Seq seq = new Seq(log.journalid(), 0, 0);
            sequence.accept(new ChildOrderHeader(seq, entry.counter(), entry.digest()));
            next = entry.offset() + 1;
        }
    }

    /** Where reading begins, given what the topic holds. */
    long start(long begin, long end) {
        if (sequence.journalid() == null) {
            LOG.info("{}: no state in {}, begins with the earliest record, offset {}",
                    partition, log.file(), begin);
            return begin;
        }
        return moved(next, begin, end);
    }

    /**
     * Where reading goes on after a position, given what the topic holds. What retention has taken
     * away unread may have been nothing: the next counter will tell.
     */
    long moved(long position, long begin, long end) {
        if (position > end) {
            throw new ReaderAlarm(
                    Reason.TRUNCATED,
                    partition + " ends at offset " + end + ", but " + position
                            + " was reached: it was cut off or made anew; compare the broker's"
                            + " open orders with qtrader's, then move " + log.file() + " away");
        }
        if (position < begin) {
            LOG.warn("{}: offsets {} to {} are gone unread; the next counter must be {}",
                    partition, position, begin - 1, sequence.last() + 1);
        }
        return Math.max(position, begin);
    }

    /** Whether a record is the next instruction. */
    boolean accept(long offset, ChildOrderHeader header) {
        boolean first = sequence.journalid() == null;
        Verdict verdict;
        try {
            verdict = sequence.accept(header);
        } catch (ReaderAlarm e) {
            throw new ReaderAlarm(
                    e.reason(),
                    partition + " offset " + offset + ": " + e.detail() + "; compare the"
                            + " broker's open orders with qtrader's before " + log.file()
                            + " is moved away",
                    e);
        }
        if (verdict == Verdict.DROP) {
            return false;
        }
        if (first && header.counter() > 1) {
            LOG.warn("{}: the earliest instruction is number {}; those before it are gone",
                    partition, header.counter());
        }
        uncommitted.add(new Entry(offset, header.counter(), header.digest()));
        return true;
    }

    void commit() {
        if (!uncommitted.isEmpty()) {
            log.append(sequence.journalid(), uncommitted);
            uncommitted.clear();
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
