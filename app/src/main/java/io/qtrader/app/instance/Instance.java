package io.qtrader.app.instance;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.Connection;
import io.qtrader.topology.blotter.Blotter;
import io.qtrader.topology.blotter.BlotterConfig;
import io.qtrader.topology.oms.Oms;
import io.qtrader.topology.oms.OmsConfig;
import io.qtrader.topology.sequencer.Sequencer;
import io.qtrader.topology.sequencer.SequencerConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sequencer, Oms and, where it is wanted, Blotter in this process, against one cluster. */
public final class Instance implements AutoCloseable {

    private static final List<String> PARTS = List.of("sequencer", "oms", "blotter");

    private final Sequencer sequencer;
    private final Oms oms;
    private final Optional<Blotter> blotter;

    private Instance(Sequencer sequencer, Oms oms, Optional<Blotter> blotter) {
        this.sequencer = sequencer;
        this.oms = oms;
        this.blotter = blotter;
    }

    /**
     * Starts all at once and returns when each has found what it needs; tasks come later.
     *
     * @param connection the cluster
     * @param settings what runs and how
     */
    public static Instance start(Connection connection, InstanceSettings settings) {
        CompletableFuture<Sequencer> sequencer = CompletableFuture.supplyAsync(
                () -> Sequencer.start(
                        SequencerConfig.of(properties(connection, "sequencer"), settings.dev())));
        CompletableFuture<Oms> oms = CompletableFuture.supplyAsync(
                () -> Oms.start(OmsConfig.of(properties(connection, "oms"), settings.dev())));
        CompletableFuture<Optional<Blotter>> blotter = CompletableFuture.supplyAsync(
                () -> settings.blotterPort().map(port -> Blotter.start(new BlotterConfig(
                        connection.names(), settings.blotterGroup(), port,
                        properties(connection, "blotter")))));
        try {
            return new Instance(sequencer.join(), oms.join(), blotter.join());
        } catch (CompletionException e) {
            sequencer.thenAccept(Sequencer::close);
            oms.thenAccept(Oms::close);
            blotter.thenAccept(b -> b.ifPresent(Blotter::close));
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Waits until all have their tasks and have restored their state.
     *
     * @throws CommandFailure where that takes longer than the time given
     * @throws io.qtrader.topology.StopException where one stopped instead
     */
    public void awaitRunning(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        require(sequencer.awaitRunning(left(end)), "sequencer", atMost);
        require(oms.awaitRunning(left(end)), "Oms", atMost);
        if (blotter.isPresent()) {
            require(blotter.get().awaitRunning(left(end)), "Blotter", atMost);
        }
    }

    /** Address of the Blotter, where there is one. */
    public Optional<String> blotterUrl() {
        return blotter.map(b -> "http://127.0.0.1:" + b.port());
    }

    /** Completes when the first of them has ended: with the reason where it did so by itself. */
    public CompletableFuture<Optional<String>> ended() {
        CompletableFuture<Optional<String>> never = new CompletableFuture<>();
        return CompletableFuture.anyOf(sequencer.ended(), oms.ended(),
                        blotter.map(Blotter::ended).orElse(never))
                .thenApply(reason -> ((Optional<?>) reason).map(Object::toString));
    }

    /** Stops all at once: none needs another to stop. */
    @Override
    public void close() {
        CompletableFuture.allOf(
                CompletableFuture.runAsync(sequencer::close),
                CompletableFuture.runAsync(oms::close),
                CompletableFuture.runAsync(() -> blotter.ifPresent(Blotter::close))).join();
    }

    /** What is for all, over it what bears the part's name: {@code oms.num.standby.replicas}. */
    private static Map<String, String> properties(Connection connection, String part) {
        Map<String, String> properties = new HashMap<>(connection.properties());
        connection.properties().forEach((key, value) -> {
            if (PARTS.stream().anyMatch(name -> key.startsWith(name + "."))) {
                properties.remove(key);
            }
            if (key.startsWith(part + ".")) {
                properties.put(key.substring(part.length() + 1), value);
            }
        });
        return properties;
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }

    private static void require(boolean running, String part, Duration atMost) {
        if (!running) {
            throw new CommandFailure("the " + part + " was not ready after " + atMost.toSeconds()
                    + " s", "another instance of it may still hold its partitions: try again, and"
                    + " look into the log");
        }
    }
}
