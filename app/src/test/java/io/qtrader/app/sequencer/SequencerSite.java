package io.qtrader.app.sequencer;

import io.qtrader.app.TopicContents;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.cluster.Installation;
import io.qtrader.app.policy.PolicyFile;
import io.qtrader.client.AvroSerde;
import io.qtrader.client.ClientProperties;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.client.TopicPlan;
import io.qtrader.client.UndecodableException;
import io.qtrader.core.Acceptance;
import io.qtrader.core.SourcePosition;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Source;
import io.qtrader.schemas.Tick;
import io.qtrader.topology.sequencer.Sequencer;
import io.qtrader.topology.sequencer.SequencerConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** An installation of its own on a broker that tests share, with what they write and read there. */
final class SequencerSite implements AutoCloseable {
    static final int PARTITIONS = 3;
    private static final AtomicInteger SITES = new AtomicInteger();

    final Connection connection;
    final TopicNames names;
    final Registry registry;
    final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    SequencerSite(String bootstrap, String registryUrl) {
        connection =
                new Connection(
                        Map.of(
                                "bootstrap.servers", bootstrap,
                                Registry.URL_KEY, registryUrl,
                                TopicNames.PREFIX_KEY, "site" + SITES.incrementAndGet() + ".",
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

    SequencerSite made() {
        Installation.make(
                connection,
                TopicPlan.of(connection.properties(), true),
                PolicyFile.builtIn(PolicyFile.DEFAULT));
        return this;
    }

    SequencerConfig config(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(connection.properties());
        all.putAll(more);
        return SequencerConfig.of(all, true);
    }

    Sequencer start() throws InterruptedException {
        Sequencer sequencer = Sequencer.start(config(Map.of()));
        if (!sequencer.awaitRunning(Duration.ofSeconds(30))) {
            throw new AssertionError("not running: " + sequencer.state());
        }
        return sequencer;
    }

    /** Intents for seven symbols, from whatever partition the producer likes. */
    void sendIntents(int from, int to) throws Exception {
        IntStream.range(from, to)
                .forEach(
                        i ->
                                send(
                                        Topic.INTENTS,
                                        new Intent(
                                                Instant.now(),
                                                "S" + i % 7,
                                                "s",
                                                (long) i,
                                                0.5,
                                                Map.of())));
        producer.flush();
    }

    void send(Topic topic, SpecificRecord value) {
        producer.send(new ProducerRecord<>(names.of(topic), bytes(topic, value)));
        producer.flush();
    }

    @SuppressWarnings("unchecked")
    byte[] bytes(Topic topic, SpecificRecord value) {
        return new AvroSerde<>(
                        registry, names.subject(topic), (Class<SpecificRecord>) topic.record())
                .serialize(value);
    }

    /** An entry and the journal partition that it stands in. */
    record Line(int partition, JournalEntry entry) {}

    /** The journal as it stands, set-up's entries left out. */
    List<Line> journal() throws UndecodableException {
        AvroSerde<JournalEntry> serde =
                AvroSerde.of(registry, names, Topic.JOURNAL, JournalEntry.class);
        List<Line> lines = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : read(Topic.JOURNAL)) {
            JournalEntry entry = serde.deserialize(record.value());
            if (!entry.getSource().getTopic().equals("setup")) {
                lines.add(new Line(record.partition(), entry));
            }
        }
        return lines;
    }

    List<Line> ticks() throws UndecodableException {
        return journal().stream().filter(l -> l.entry().getEvent() instanceof Tick).toList();
    }

    /** The target positions of the intents that an Oms accepts, ascending. */
    List<Long> acceptedIntents() throws UndecodableException {
        Map<String, SourcePosition> last = new HashMap<>();
        List<Long> accepted = new ArrayList<>();
        for (Line line : journal()) {
            if (line.entry().getEvent() instanceof Intent intent) {
                Source s = line.entry().getSource();
                String from = line.partition() + "<" + s.getTopicid() + "/" + s.getPartition();
                SourcePosition position = new SourcePosition(s.getOffset(), s.getIndex());
                SourcePosition prev = new SourcePosition(s.getPrevoffset(), s.getPrevindex());
                if (Acceptance.accepts(
                        last.getOrDefault(from, SourcePosition.NONE), prev, position)) {
                    last.put(from, position);
                    accepted.add(intent.getTgtpos());
                }
            }
        }
        return accepted.stream().sorted().toList();
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
