package io.qtrader.app.oms;

import io.qtrader.app.TopicContents;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.cluster.Installation;
import io.qtrader.app.policy.PolicyFile;
import io.qtrader.client.AvroSerde;
import io.qtrader.client.Cleanup;
import io.qtrader.client.ClientProperties;
import io.qtrader.client.Registry;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.client.TopicPlan;
import io.qtrader.client.UndecodableException;
import io.qtrader.core.Machine;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.State;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Source;
import io.qtrader.topology.blotter.Blotter;
import io.qtrader.topology.blotter.BlotterConfig;
import io.qtrader.topology.oms.Oms;
import io.qtrader.topology.oms.OmsConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** An installation of its own on a broker that tests share, whose journal a test writes by hand. */
final class OmsSite implements AutoCloseable {

    static final int PARTITIONS = 3;

    private static final AtomicInteger SITES = new AtomicInteger();

    /** Outputs bear their entry's time, and what is old by it is deleted early. */
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    final Connection connection;
    final TopicNames names;
    final Registry registry;
    final Admin admin;
    private final Path directory;
    private final KafkaProducer<byte[], byte[]> producer;
    private long step = -1;

    OmsSite(String bootstrap, String registryUrl, Path directory) {
        String prefix = "oms-site" + SITES.incrementAndGet() + ".";
        this.directory = directory.resolve(prefix + "state");
        connection =
                new Connection(
                        Map.of(
                                "bootstrap.servers", bootstrap,
                                Registry.URL_KEY, registryUrl,
                                TopicNames.PREFIX_KEY, prefix,
                                TopicPlan.PARTITIONS_KEY, Integer.toString(PARTITIONS)));
        names = connection.names();
        registry = connection.registry();
        admin = connection.admin();
        producer =
                new KafkaProducer<>(
                        ClientProperties.kafka(connection.properties()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    OmsSite made() {
        Installation.make(
                connection,
                TopicPlan.of(connection.properties(), true),
                PolicyFile.builtIn(PolicyFile.DEFAULT));
        return this;
    }

    /** The configuration of one instance; each has its own state directory. */
    Map<String, String> properties(String instance) {
        Map<String, String> all = new HashMap<>(connection.properties());
        all.put("state.dir", directory.resolve(instance).toString());
        return all;
    }

    Oms startOms(String instance) throws InterruptedException {
        return startOms(instance, Map.of());
    }

    Oms startOms(String instance, Map<String, String> more) throws InterruptedException {
        Map<String, String> all = properties(instance);
        all.putAll(more);
        Oms oms = Oms.start(OmsConfig.of(all, true));
        if (!oms.awaitRunning(Duration.ofSeconds(30))) {
            throw new AssertionError("not running: " + oms.state());
        }
        return oms;
    }

    Blotter startBlotter(Map<String, String> more) throws InterruptedException {
        Map<String, String> all = properties("blotter");
        all.put(BlotterConfig.PORT_KEY, "0");
        all.putAll(more);
        Blotter blotter = Blotter.start(BlotterConfig.of(all));
        if (!blotter.awaitRunning(Duration.ofSeconds(30))) {
            throw new AssertionError("not running: " + blotter.state());
        }
        return blotter;
    }

    /** A quote and an intent for the symbol of each partition, a millisecond after the last. */
    void trade(long tgtpos) {
        Instant time = start.plusMillis(++step);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            String sym = symbol(partition);
            Quote quote =
                    Quote.newBuilder()
                            .setTime(time)
                            .setSym(sym)
                            .setBid(100.0 + step % 7)
                            .setAsk(100.1 + step % 7)
                            .build();
            append(partition, "quotes", time, quote);
            Intent intent = new Intent(time, sym, "s", tgtpos, 0.95, Map.of());
            append(partition, "intents", time, intent);
        }
        producer.flush();
    }

    static String symbol(int partition) {
        return "S" + partition;
    }

    private void append(int partition, String topic, Instant time, Object event) {
        int previndex = step == 0 ? -1 : 0;
        Source source = new Source("id-" + topic, topic, partition, step, 0, step - 1, previndex);
        appendBytes(
                partition,
                AvroSerde.of(registry, names, Topic.JOURNAL, JournalEntry.class)
                        .serialize(new JournalEntry(source, time, event)));
    }

    void appendBytes(int partition, byte[] value) {
        producer.send(new ProducerRecord<>(names.of(Topic.JOURNAL), partition, null, value));
    }

    /** Every output that the core makes of the journal as it stands: seq and bytes, by place. */
    Map<String, TreeMap<Seq, String>> replayed() throws UndecodableException {
        AvroSerde<JournalEntry> entries =
                AvroSerde.of(registry, names, Topic.JOURNAL, JournalEntry.class);
        Map<Integer, State> states = new HashMap<>();
        Map<String, TreeMap<Seq, String>> outputs = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : read(Topic.JOURNAL)) {
            State state = states.computeIfAbsent(record.partition(), p -> new State());
            JournalEntry entry = entries.deserialize(record.value());
            List<Output> made = Machine.apply(state, record.offset(), entry);
            for (int index = 0; index < made.size(); index++) {
                Topic topic = Topic.valueOf(made.get(index).stream().name());
                outputs.computeIfAbsent(topic + "/" + record.partition(), k -> new TreeMap<>())
                        .put(
                                new Seq(state.journalid(), record.offset(), index),
                                text(bytes(topic, made.get(index).value())));
            }
        }
        return outputs;
    }

    /** Every output on the topics, a repeated one once. */
    Map<String, TreeMap<Seq, String>> written() {
        Map<String, TreeMap<Seq, String>> outputs = new TreeMap<>();
        for (Topic topic : Topic.outputs()) {
            for (ConsumerRecord<byte[], byte[]> record : read(topic)) {
                String text = text(record.value());
                String before =
                        outputs.computeIfAbsent(
                                        topic + "/" + record.partition(), k -> new TreeMap<>())
                                .put(Seq.of(record.headers()).orElseThrow(), text);
                if (before != null && !before.equals(text)) {
                    throw new AssertionError(record + " was decided differently before");
                }
            }
        }
        return outputs;
    }

    /**
     * What is on the topics and should not be, or should be and is not. A compacted topic may have
     * lost what is not the latest of its key; the last of each partition is never compacted.
     */
    List<String> differences() throws UndecodableException {
        Map<String, TreeMap<Seq, String>> written = written();
        List<String> differences = new ArrayList<>();
        replayed().forEach(
                (place, expected) -> {
                    TreeMap<Seq, String> found = written.getOrDefault(place, new TreeMap<>());
                    boolean compacted =
                            Topic.valueOf(place.split("/")[0]).cleanup() == Cleanup.COMPACT;
                    expected.forEach(
                            (seq, value) -> {
                                String there = found.remove(seq);
                                boolean mayBeGone = compacted && !seq.equals(expected.lastKey());
                                if (there == null ? !mayBeGone : !there.equals(value)) {
                                    differences.add(place + " " + seq.header() + ": " + there);
                                }
                            });
                });
        written.forEach(
                (place, rest) ->
                        rest.keySet().forEach(seq -> differences.add(place + " extra " + seq)));
        return differences;
    }

    /** How many instructions for brokers the core makes of the journal. */
    int instructions() throws UndecodableException {
        return replayed().entrySet().stream()
                .filter(outputs -> outputs.getKey().startsWith(Topic.CHILD_ORDERS + "/"))
                .mapToInt(outputs -> outputs.getValue().size())
                .sum();
    }

    private static String text(byte[] value) {
        return value == null ? "" : HexFormat.of().formatHex(value);
    }

    @SuppressWarnings("unchecked")
    private byte[] bytes(Topic topic, SpecificRecord value) {
        return new AvroSerde<>(
                        registry, names.subject(topic), (Class<SpecificRecord>) topic.record())
                .serialize(value);
    }

    /** Takes the transactions of the Oms from under it, as a coordinator does after a stall. */
    void fenceOms() throws Exception {
        TreeSet<String> ids = new TreeSet<>();
        admin.listTransactions().all().get().forEach(
                transaction -> {
                    if (transaction.transactionalId().startsWith(names.prefix() + "oms")) {
                        ids.add(transaction.transactionalId());
                    }
                });
        admin.fenceProducers(ids).all().get();
    }

    List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
        return TopicContents.of(connection, List.of(topic));
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        registry.close();
    }
}
