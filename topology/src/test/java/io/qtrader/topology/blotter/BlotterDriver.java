package io.qtrader.topology.blotter;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.Registry;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.topology.JournalIdentity;
import io.qtrader.topology.RegistryStub;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** A Blotter's topology under Kafka's test driver, and its tables. */
final class BlotterDriver implements AutoCloseable {

    static final String JOURNAL_ID = "j-test";

    private static final TopicNames NAMES = TopicNames.DEFAULT;

    private final RegistryStub stub = new RegistryStub();
    private final Registry registry = stub.registry();
    private final TopologyTestDriver driver;

    BlotterDriver(Path stateDir) {
        Properties config = new BlotterConfig(NAMES, "", 0, Map.of()).streams();
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver =
                new TopologyTestDriver(
                        BlotterTopology.of(NAMES, new JournalIdentity(JOURNAL_ID, 1)), config);
    }

    Tables tables() {
        return new Tables(NAMES, registry, this::store);
    }

    @SuppressWarnings("unchecked")
    private ReadOnlyKeyValueStore<Object, byte[]> store(String name) {
        ReadOnlyKeyValueStore<?, byte[]> store = driver.getKeyValueStore(name);
        return (ReadOnlyKeyValueStore<Object, byte[]>) store;
    }

    /** The last seq that a view has seen. */
    String lastSeq(View view) {
        return driver.<String, String>getKeyValueStore(BlotterTopology.SEQS)
                .get(SeqGate.key(view, 0));
    }

    /** Writes an output record as the Oms would; a null record is a tombstone. */
    void write(Topic topic, String key, SpecificRecord record, long offset, int index) {
        Headers headers = new RecordHeaders();
        new Seq(JOURNAL_ID, offset, index).addTo(headers);
        write(topic, key, record, headers);
    }

    @SuppressWarnings("unchecked")
    void write(Topic topic, String key, SpecificRecord record, Headers headers) {
        AvroSerde<SpecificRecord> serde =
                new AvroSerde<>(
                        registry,
                        NAMES.subject(topic),
                        (Class<SpecificRecord>) topic.record());
        driver.createInputTopic(NAMES.of(topic), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(
                        new TestRecord<>(
                                key, serde.serialize(record), headers, Instant.ofEpochMilli(1)));
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
        stub.close();
    }
}
