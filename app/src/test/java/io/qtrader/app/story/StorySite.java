package io.qtrader.app.story;

import io.qtrader.app.TopicContents;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.cluster.Installation;
import io.qtrader.app.sandbox.EmbeddedBroker;
import io.qtrader.app.sandbox.LoopbackPort;
import io.qtrader.app.sandbox.SandboxRegistry;
import io.qtrader.client.AvroSerde;
import io.qtrader.client.ClientProperties;
import io.qtrader.client.Direction;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.client.TopicPlan;
import io.qtrader.client.TopicSpec;
import io.qtrader.core.story.Rehearsal;
import io.qtrader.core.story.Story;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.JournalEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker with one journal, in each of whose partitions one story is told. */
final class StorySite implements AutoCloseable {

    private static final String JOURNAL_ID = "stories";
    private static final String EVER = "-1";

    private final EmbeddedBroker broker;
    private final SandboxRegistry registryServer;
    private final Connection connection;
    private final TopicNames names;
    private final Registry registry;
    private final Admin admin;
    private final List<Rehearsal> rehearsals;
    private final Path directory;

    StorySite(Path directory, List<Story> stories) throws Exception {
        this.directory = directory;
        rehearsals = rehearse(stories);
        broker = EmbeddedBroker.start(directory.resolve("broker"), LoopbackPort.free());
        registryServer =
                SandboxRegistry.start(directory.resolve("registry"), LoopbackPort.free());
        connection =
                new Connection(
                        Map.of(
                                "bootstrap.servers", broker.bootstrap(),
                                Registry.URL_KEY, registryServer.url(),
                                TopicNames.PREFIX_KEY, "stories.",
                                TopicPlan.PARTITIONS_KEY, Integer.toString(stories.size())));
        names = connection.names();
        registry = connection.registry();
        admin = connection.admin();
        Installation.registerSchemas(registry, names);
        createTopics();
    }

    private static List<Rehearsal> rehearse(List<Story> stories) {
        List<Rehearsal> rehearsals = new ArrayList<>();
        for (Story story : stories) {
            Genesis genesis = new Genesis(JOURNAL_ID, rehearsals.size(), stories.size());
            rehearsals.add(Rehearsal.of(story, genesis));
        }
        return rehearsals;
    }

    /** Stories happened long ago: by age, what is written would be gone before it is read. */
    private void createTopics() throws Exception {
        List<NewTopic> topics = new ArrayList<>();
        for (TopicSpec spec : TopicPlan.of(connection.properties(), true).topics()) {
            Map<String, String> config = new HashMap<>(spec.config());
            config.put(TopicConfig.RETENTION_MS_CONFIG, EVER);
            config.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Long.MAX_VALUE));
            int partitions = spec.topic().direction() == Direction.IN ? 1 : spec.partitions();
            topics.add(new NewTopic(spec.name(), partitions, (short) 1).configs(config));
        }
        admin.createTopics(topics).all().get();
    }

    /** The configuration of an Oms. */
    Map<String, String> properties() {
        Map<String, String> all = new HashMap<>(connection.properties());
        all.put("state.dir", directory.resolve("state").toString());
        return all;
    }

    /** As its partition's story was played on the bare core. */
    Rehearsal rehearsal(int partition) {
        return rehearsals.get(partition);
    }

    /** How many outputs the bare core makes of one half of all stories. */
    int made(Half half) {
        return rehearsals.stream()
                .flatMap(rehearsal -> half.of(rehearsal.outputs()).stream())
                .mapToInt(List::size)
                .sum();
    }

    /** Writes each story's first or second half, or both, into its partition of the journal. */
    void write(Half... halves) {
        AvroSerde<JournalEntry> serde =
                AvroSerde.of(registry, names, Topic.JOURNAL, JournalEntry.class);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        ClientProperties.kafka(connection.properties()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (Half half : halves) {
                for (int partition = 0; partition < rehearsals.size(); partition++) {
                    for (JournalEntry entry : half.of(rehearsals.get(partition).journal())) {
                        byte[] value = serde.serialize(entry);
                        producer.send(
                                new ProducerRecord<>(
                                        names.of(Topic.JOURNAL), partition, null, value));
                    }
                }
            }
        }
    }

    /** Whether the Oms has committed all that the journal holds. */
    boolean allApplied() throws Exception {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int partition = 0; partition < rehearsals.size(); partition++) {
            wanted.put(
                    new TopicPartition(names.of(Topic.JOURNAL), partition), OffsetSpec.latest());
        }
        var ends = admin.listOffsets(wanted).all().get();
        Map<TopicPartition, OffsetAndMetadata> committed =
                admin.listConsumerGroupOffsets(names.prefix() + "oms")
                        .partitionsToOffsetAndMetadata()
                        .get();
        return ends.entrySet().stream()
                .allMatch(
                        end -> {
                            OffsetAndMetadata there = committed.get(end.getKey());
                            return there != null && there.offset() == end.getValue().offset();
                        });
    }

    /** Ends what a dead Oms left open, as its coordinator does when it is overdue. */
    void endTransactions() throws Exception {
        List<String> ids =
                admin.listTransactions().all().get().stream()
                        .map(TransactionListing::transactionalId)
                        .toList();
        admin.fenceProducers(ids).all().get();
    }

    /** All outputs that stand on the topics, read uncommitted. */
    Outputs outputs() {
        Outputs outputs = new Outputs(registry, names);
        TopicContents.of(connection, Outputs.topics())
                .forEach(outputs::take);
        return outputs;
    }

    @Override
    public void close() {
        admin.close();
        registry.close();
        try (EmbeddedBroker last = broker) {
            registryServer.close();
        }
    }
}
