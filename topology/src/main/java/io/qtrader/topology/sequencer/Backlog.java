package io.qtrader.topology.sequencer;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/** What waits in the inputs when a task starts. */
public interface Backlog {

    /**
     * Finds out, in the background, what was there to be read at this moment.
     *
     * @param partitions a task's input partitions
     * @return offset of the last record that waits, by partition; partitions where none waits are
     *     left out. Completes when it is known, however long that takes.
     */
    CompletableFuture<Map<TopicPartition, Long>> of(Collection<TopicPartition> partitions);
}
