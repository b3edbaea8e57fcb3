package io.qtrader.topology.oms;

import io.qtrader.client.Registry;
import io.qtrader.topology.JournalIdentity;
import io.qtrader.topology.Patience;
import io.qtrader.topology.StreamsShell;
import io.qtrader.topology.TopicsAsPlanned;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.KafkaStreams.State;

/** A running Oms: one instance of the application, with as many tasks as the group gives it. */
public final class Oms implements AutoCloseable {

    private static final String NAME = "oms";

    private final Registry registry;
    private final StreamsShell shell;

    private Oms(Registry registry, StreamsShell shell) {
        this.registry = registry;
        this.shell = shell;
    }

    /**
     * Checks what it needs and starts.
     *
     * @throws io.qtrader.topology.StopException if journal, outputs or cluster are not as they must
     *     be, in one line
     * @throws io.qtrader.client.ClientException if cluster or registry do not answer or refuse
     * @throws IllegalArgumentException if a property cannot be
     */
    public static Oms start(OmsConfig config) {
        Registry registry = new Registry(config.properties());
        try {
            TopicsAsPlanned.require(config.properties(), config.dev());
            JournalIdentity journal =
                    JournalIdentity.read(config.properties(), config.names(), registry);
            new OutputSerdes(registry, config.names()).register();
            Patience patience = new Patience(NAME);
            StreamsShell shell =
                    new StreamsShell(
                            NAME,
                            OmsTopology.of(config.names(), journal, registry, patience),
                            config.streams(),
                            patience);
            shell.start();
            return new Oms(registry, shell);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /** As {@link StreamsShell#awaitRunning}. */
    public boolean awaitRunning(Duration atMost) throws InterruptedException {
        return shell.awaitRunning(atMost);
    }

    /** Where it stands. */
    public State state() {
        return shell.state();
    }

    /** Whether it waits for the schema registry at the moment. */
    public boolean waiting() {
        return shell.waiting();
    }

    /** Why it stopped by itself, in one line. */
    public Optional<String> failure() {
        return shell.failure();
    }

    /** Completes when it has ended: with the reason where it stopped by itself, else empty. */
    public CompletableFuture<Optional<String>> ended() {
        return shell.ended();
    }

    @Override
    public void close() {
        shell.close();
        registry.close();
    }
}
