package io.qtrader.topology;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology: starts it, gives it new threads where that helps, stops it where it does not,
 * and says why. Starts once and closes once.
 */
public final class StreamsShell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsShell.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(30);

    private final String name;
    private final KafkaStreams streams;
    private final ThreadLoss threadLoss;
    private final Patience patience;
    private final CountDownLatch runningOrEnded = new CountDownLatch(1);
    private final CompletableFuture<Optional<String>> ended = new CompletableFuture<>();

    /**
     * @param name for the log: "sequencer", "oms", "blotter"
     * @param topology what runs
     * @param properties of Kafka Streams, complete
     * @param patience what its processors wait with; ended when this closes
     */
    public StreamsShell(
            String name, Topology topology, Properties properties, Patience patience) {
        this.name = name;
        this.patience = patience;
        this.threadLoss = new ThreadLoss(name);
        this.streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(threadLoss);
        streams.setStateListener(this::changed);
    }

    private void changed(State now, State before) {
        LOG.debug("{}: {} -> {}", name, before, now);
        if (now == State.RUNNING) {
            runningOrEnded.countDown();
        } else if (now == State.ERROR || now == State.NOT_RUNNING) {
            // Not on this thread: it belongs to Kafka Streams, and whoever waits may want to close.
            ended.completeAsync(threadLoss::failure);
            runningOrEnded.countDown();
        }
    }

    /** Starts the threads and returns at once. */
    public void start() {
        streams.start();
    }

    /**
     * Waits until all tasks are assigned and restored.
     *
     * @return whether it runs; false when the time is over first
     * @throws StopException if it stopped instead, with the reason
     */
    public boolean awaitRunning(Duration atMost) throws InterruptedException {
        boolean settled = runningOrEnded.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        Optional<String> failure = threadLoss.failure();
        if (failure.isPresent()) {
            throw new StopException(failure.get());
        }
        return settled && streams.state() == State.RUNNING;
    }

    /** Where it stands, by Kafka Streams' own word. */
    public State state() {
        return streams.state();
    }

    /** Why it stopped by itself, in one line; empty while it runs and after a plain close. */
    public Optional<String> failure() {
        return threadLoss.failure();
    }

    /** Completes when it has ended: with the reason where it stopped by itself, else empty. */
    public CompletableFuture<Optional<String>> ended() {
        return ended.copy();
    }

    /** For interactive queries and metrics. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Commits, gives the partitions back to the group and ends. */
    @Override
    public void close() {
        threadLoss.closing();
        patience.end();
        boolean closed =
                streams.close(
                        CloseOptions.groupMembershipOperation(
                                        CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                                .withTimeout(LONGEST_CLOSE));
        if (!closed) {
            LOG.warn("{}: not all threads had ended after {} s", name, LONGEST_CLOSE.toSeconds());
        }
    }
}
