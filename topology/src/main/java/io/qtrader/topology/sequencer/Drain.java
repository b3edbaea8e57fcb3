package io.qtrader.topology.sequencer;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/** Whether a task has read all that waited in its inputs when it started. */
final class Drain {
    private final CompletableFuture<Map<TopicPartition, Long>> backlog;
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private boolean done;

    Drain(CompletableFuture<Map<TopicPartition, Long>> backlog) {
        this.backlog = backlog;
    }

    void read(Input input) {
        if (!done) {
            read.put(new TopicPartition(input.topic().name(), input.partition()), input.offset());
        }
    }

    /** Once true, true for ever: what came later is for the ticks to wait for no more. */
    boolean done() {
        if (!done && backlog.isDone() && !backlog.isCompletedExceptionally()) {
            done =
                    backlog.join().entrySet().stream()
                            .allMatch(e -> read.getOrDefault(e.getKey(), -1L) >= e.getValue());
        }
        return done;
    }

    void cancel() {
        backlog.cancel(false);
    }
}
