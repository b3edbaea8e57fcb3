package io.qtrader.topology;

import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_INSTANCE_ID_CONFIG;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
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
    private final GroupMembershipOperation atClose;
    private final KafkaStreams streams;
    private final ThreadLoss threadLoss;
    private final Patience patience;
    private final Arrival arrival = new Arrival();
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
        this.atClose = atClose(properties);
        this.streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(threadLoss);
        streams.setStateListener(this::changed);
    }

    /**
     * A member with a name of its own keeps its place for its restart, as long as its session
     * lasts. Any other comes back as a stranger, and until its old session expires nobody would
     * work.
     */
    private static GroupMembershipOperation atClose(Properties properties) {
        boolean named =
                properties.keySet().stream()
                        .anyMatch(key -> key.toString().endsWith(GROUP_INSTANCE_ID_CONFIG));
        return named
                ? GroupMembershipOperation.REMAIN_IN_GROUP
                : GroupMembershipOperation.LEAVE_GROUP;
    }

    private void changed(State now, State before) {
        LOG.debug("{}: {} -> {}", name, before, now);
        // Two of these calls may overtake each other: the later must not leave what the first saw.
        arrival.stands(streams.state());
        if (now == State.ERROR || now == State.NOT_RUNNING) {
            // Not on this thread: it belongs to Kafka Streams, and whoever waits may want to close.
            ended.completeAsync(threadLoss::failure);
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
        boolean runs = arrival.await(atMost);
        Optional<String> failure = threadLoss.failure();
        if (failure.isPresent()) {
            throw new StopException(failure.get());
        }
        return runs;
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

    /** Whether it waits for the schema registry at this moment. */
    public boolean waiting() {
        return patience.waiting();
    }

    /** Stops it for a reason that none of its threads would find; returns at once. */
    public void stop(String reason) {
        threadLoss.stop(reason);
        patience.end();
        streams.close(CloseOptions.groupMembershipOperation(atClose).withTimeout(Duration.ZERO));
    }

    /** For interactive queries and metrics. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Commits, gives the partitions back to the group unless it has a name there, and ends. */
    @Override
    public void close() {
        threadLoss.closing();
        patience.end();
        boolean closed =
                streams.close(
                        CloseOptions.groupMembershipOperation(atClose)
                                .withTimeout(LONGEST_CLOSE));
        if (!closed) {
            LOG.warn("{}: not all threads had ended after {} s", name, LONGEST_CLOSE.toSeconds());
        }
    }
}
