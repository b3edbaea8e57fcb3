package io.qtrader.topology.sequencer;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.ClientProperties;
import io.qtrader.client.ClusterException;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicIds;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.topology.JournalIdentity;
import io.qtrader.topology.Patience;
import io.qtrader.topology.StopException;
import io.qtrader.topology.StreamsShell;
import io.qtrader.topology.TopicsAsPlanned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaStreams.State;

/** A running sequencer: one instance of the application, with the tasks that the group gives it. */
public final class Sequencer implements AutoCloseable {
    private static final String NAME = "sequencer";
    private static final long LOOK_MS = 1000;
    private static final long RECHECK_MS = 3000;

    private final SequencerConfig config;
    private final Registry registry;
    private final Admin admin;
    private final ScheduledExecutorService background;
    private StreamsShell shell;

    private Sequencer(SequencerConfig config) {
        this.config = config;
        this.registry = new Registry(config.properties());
        this.admin = Admin.create(ClientProperties.admin(config.properties()));
        this.background =
                Executors.newScheduledThreadPool(
                        3,
                        task -> {
                            Thread thread = new Thread(task, NAME + "-background");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Checks what it needs and starts.
     *
     * @throws StopException if topics, journal or cluster are not as they must be, in one line
     * @throws io.qtrader.client.ClientException likewise, as the client found it
     * @throws IllegalArgumentException if a property cannot be
     */
    public static Sequencer start(SequencerConfig config) {
        Sequencer sequencer = new Sequencer(config);
        try {
            sequencer.begin();
            return sequencer;
        } catch (RuntimeException e) {
            sequencer.close();
            throw e;
        }
    }

    private void begin() {
        TopicsAsPlanned.require(config.properties(), config.dev());
        TopicWatch topics = TopicWatch.begin(admin, config.names());
        AvroSerde.of(registry, config.names(), Topic.JOURNAL, JournalEntry.class).schemaId();
        JournalIdentity journal =
                JournalIdentity.read(config.properties(), config.names(), registry);
        topics.requireAdopted(new TopicIds(config.properties(), config.names()).adopted());
        commitMissingOffsets(topics.inputs());
        run(topics, journal);
    }

    private void commitMissingOffsets(List<InputTopic> inputs) {
        try {
            new StartOffsets(admin, config.names()).commitMissing(inputs);
        } catch (ExecutionException e) {
            throw ClusterException.of(
                    "offsets of " + config.group() + " were not set", bootstrap(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopException("interrupted while starting", e);
        }
    }

    private void run(TopicWatch topics, JournalIdentity journal) {
        Patience patience = new Patience(NAME);
        JournalWatch watch =
                new JournalWatch(
                        admin, config.names().of(Topic.JOURNAL), journal.partitions());
        SequencerSetup setup =
                new SequencerSetup(
                        config.names(),
                        topics.inputs(),
                        journal.partitions(),
                        registry,
                        patience,
                        config.clock(),
                        config.conflation(),
                        new KafkaBacklog(admin, config.group(), this::consumer, background),
                        watch);
        shell =
                new StreamsShell(NAME, SequencerTopology.of(setup), config.streams(), patience);
        background.scheduleWithFixedDelay(watch::look, 0, LOOK_MS, TimeUnit.MILLISECONDS);
        background.scheduleWithFixedDelay(
                () -> topics.change().ifPresent(shell::stop),
                RECHECK_MS,
                RECHECK_MS,
                TimeUnit.MILLISECONDS);
        shell.start();
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                config.lookingConsumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Object bootstrap() {
        return config.properties().get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
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
        background.shutdownNow();
        if (shell != null) {
            shell.close();
        }
        admin.close(Duration.ofSeconds(5));
        registry.close();
    }
}
