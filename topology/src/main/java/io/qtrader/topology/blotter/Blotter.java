package io.qtrader.topology.blotter;

import io.qtrader.client.Registry;
import io.qtrader.client.Seq;
import io.qtrader.topology.JournalIdentity;
import io.qtrader.topology.Patience;
import io.qtrader.topology.StreamsShell;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** A running Blotter: the tables and their HTTP face. */
public final class Blotter implements AutoCloseable {

    private static final String NAME = "blotter";

    private final JournalIdentity journal;
    private final Registry registry;
    private final StreamsShell shell;
    private final Set<String> topics;
    private final BlotterHttp http;

    private Blotter(
            BlotterConfig config, JournalIdentity journal, Registry registry, StreamsShell shell) {
        this.journal = journal;
        this.registry = registry;
        this.shell = shell;
        this.topics =
                Arrays.stream(View.values())
                        .map(view -> config.names().of(view.topic()))
                        .collect(Collectors.toSet());
        this.http =
                BlotterHttp.listen(
                        config.port(),
                        new Tables(config.names(), registry, this::store),
                        new Standing());
    }

    /**
     * Checks what it needs and starts; HTTP answers 503 until the tables are there.
     *
     * @throws io.qtrader.topology.StopException if the journal is not as it must be or the port is
     *     taken, in one line
     * @throws io.qtrader.client.ClientException if cluster or registry do not answer or refuse
     * @throws IllegalArgumentException if a property cannot be
     */
    public static Blotter start(BlotterConfig config) {
        Registry registry = new Registry(config.properties());
        try {
            JournalIdentity journal =
                    JournalIdentity.read(config.properties(), config.names(), registry);
            return start(config, journal, registry);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    private static Blotter start(BlotterConfig config, JournalIdentity journal, Registry registry) {
        StreamsShell shell =
                new StreamsShell(
                        NAME,
                        BlotterTopology.of(config.names(), journal),
                        config.streams(),
                        new Patience(NAME));
        try {
            Blotter blotter = new Blotter(config, journal, registry, shell);
            shell.start();
            return blotter;
        } catch (RuntimeException e) {
            shell.close();
            throw e;
        }
    }

    /** The port that HTTP listens on, on 127.0.0.1. */
    public int port() {
        return http.port();
    }

    /** As {@link StreamsShell#awaitRunning}. */
    public boolean awaitRunning(Duration atMost) throws InterruptedException {
        return shell.awaitRunning(atMost);
    }

    /** Where it stands. */
    public State state() {
        return shell.state();
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
        http.close();
        shell.close();
        registry.close();
    }

    private <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
        return shell.streams()
                .store(
                        StoreQueryParameters.fromNameAndType(
                                name, QueryableStoreTypes.keyValueStore()));
    }

    private final class Standing implements BlotterHttp.Standing {

        @Override
        public Health health() {
            return new Health(
                    shell.state().name(),
                    journal.journalid(),
                    held().stream()
                            .map(p -> new Health.Partition(p, applied(p), lag(p)))
                            .toList());
        }

        @Override
        public Optional<String> unready() {
            State state = shell.state();
            if (state != State.RUNNING) {
                return Optional.of(shell.failure().orElse("the blotter is " + state));
            }
            int held = held().size();
            return held == journal.partitions()
                    ? Optional.empty()
                    : Optional.of(
                            held + " of " + journal.partitions() + " partitions are here: if"
                                    + " another blotter runs in the same group, give one another group");
        }
    }

    /** The journal partitions whose outputs are read here, and not by another instance. */
    private Set<Integer> held() {
        return shell.streams().metadataForLocalThreads().stream()
                .map(ThreadMetadata::activeTasks)
                .flatMap(Set::stream)
                .flatMap(task -> task.topicPartitions().stream())
                .map(TopicPartition::partition)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Seq applied(int partition) {
        try {
            ReadOnlyKeyValueStore<String, String> seqs = store(BlotterTopology.SEQS);
            return Arrays.stream(View.values())
                    .map(view -> seqs.get(SeqGate.key(view, partition)))
                    .filter(Objects::nonNull)
                    .map(Seq::parse)
                    .max(Seq::compareTo)
                    .orElse(null);
        } catch (InvalidStateStoreException e) {
            return null;
        }
    }

    private long lag(int partition) {
        String text = Integer.toString(partition);
        return shell.streams().metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-lag"))
                .filter(metric -> text.equals(metric.metricName().tags().get("partition")))
                .filter(metric -> topics.contains(metric.metricName().tags().get("topic")))
                .mapToLong(Blotter::whole)
                .sum();
    }

    private static long whole(Metric metric) {
        return metric.metricValue() instanceof Double lag && !lag.isNaN() ? lag.longValue() : 0;
    }
}
