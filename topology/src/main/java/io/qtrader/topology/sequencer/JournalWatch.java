package io.qtrader.topology.sequencer;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees what is written to the journal by other processes: its end offsets, less our own ticks. The
 * journal is neither compacted nor transactional, so an end offset is a count of entries.
 */
final class JournalWatch implements JournalActivity {
    private static final Logger LOG = LoggerFactory.getLogger(JournalWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long UNSEEN = -1;

    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> ends;
    private final AtomicLongArray written;
    private final AtomicLongArray ticks;

    /** The most that the end offset, less our ticks, has been; a tick on its way lowers it. */
    private final AtomicLongArray highest;

    JournalWatch(Admin admin, String journal, int partitions) {
        this.admin = admin;
        this.ends =
                IntStream.range(0, partitions)
                        .mapToObj(p -> new TopicPartition(journal, p))
                        .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        this.written = new AtomicLongArray(partitions);
        this.ticks = new AtomicLongArray(partitions);
        this.highest = new AtomicLongArray(partitions);
        IntStream.range(0, partitions).forEach(this::takeOver);
    }

    @Override
    public void takeOver(int partition) {
        highest.set(partition, UNSEEN);
    }

    @Override
    public void wrote(int partition) {
        written.incrementAndGet(partition);
    }

    @Override
    public void ticked(int partition) {
        ticks.incrementAndGet(partition);
    }

    @Override
    public long written(int partition) {
        return written.get(partition);
    }

    /** Looks once; to be called every second. Not seeing the journal is no reason to stop. */
    void look() {
        try {
            admin.listOffsets(ends)
                    .all()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .forEach((partition, end) -> saw(partition.partition(), end.offset()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("the journal's end is not known at the moment", e);
        }
    }

    void saw(int partition, long end) {
        long others = end - ticks.get(partition);
        long before = highest.getAndUpdate(partition, h -> Math.max(h, others));
        if (before != UNSEEN && others > before) {
            written.incrementAndGet(partition);
        }
    }
}
