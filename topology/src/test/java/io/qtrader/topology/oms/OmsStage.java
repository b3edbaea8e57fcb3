package io.qtrader.topology.oms;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.ChildOrderHeader;
import io.qtrader.client.Registry;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.client.UndecodableException;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import io.qtrader.core.story.Rehearsal;
import io.qtrader.core.story.Stage;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.topology.JournalIdentity;
import io.qtrader.topology.Patience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The Oms topology as a stage: entries go in as bytes on the journal topic, outputs are what comes
 * out on the output topics, which must be what the bare core made of them. Once, in the middle, it
 * is stopped and comes up on the store that it left.
 */
final class OmsStage implements Stage, AutoCloseable {

    private static final TopicNames NAMES = TopicNames.DEFAULT;

    private final Registry registry;
    private final Path stateDir;
    private final Rehearsal rehearsal;
    private final AvroSerde<JournalEntry> entries;
    private final Map<Stream, AvroSerde<SpecificRecord>> serdes = new EnumMap<>(Stream.class);
    private final Map<Stream, TestOutputTopic<String, byte[]>> outputs =
            new EnumMap<>(Stream.class);
    private final List<byte[]> journal = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> input;

    /**
     * @param rehearsal of the story that is to be played
     */
    OmsStage(Registry registry, Path stateDir, Rehearsal rehearsal) {
        this.registry = registry;
        this.stateDir = stateDir;
        this.rehearsal = rehearsal;
        this.entries = AvroSerde.of(registry, NAMES, Topic.JOURNAL, JournalEntry.class);
        for (Stream stream : Stream.values()) {
            serdes.put(stream, serde(OutputSerdes.topic(stream)));
        }
        start(List.of());
    }

    @SuppressWarnings("unchecked")
    private AvroSerde<SpecificRecord> serde(Topic topic) {
        return new AvroSerde<>(
                registry, NAMES.subject(topic), (Class<SpecificRecord>) topic.record());
    }

    private void start(List<KeyValue<byte[], byte[]>> rows) {
        Properties config = new OmsConfig(NAMES, true, 1, Map.of()).streams();
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        JournalIdentity identity =
                new JournalIdentity(genesis().getJournalid(), genesis().getPartitions());
        driver =
                new TopologyTestDriver(
                        OmsTopology.of(
                                NAMES,
                                identity,
                                registry,
                                new Patience("oms"),
                                new PreloadedStore(rows)),
                        config);
        input =
                driver.createInputTopic(
                        NAMES.of(Topic.JOURNAL),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        for (Stream stream : Stream.values()) {
            outputs.put(
                    stream,
                    driver.createOutputTopic(
                            NAMES.of(OutputSerdes.topic(stream)),
                            new StringDeserializer(),
                            new ByteArrayDeserializer()));
        }
    }

    @Override
    public Genesis genesis() {
        return rehearsal.genesis();
    }

    @Override
    public List<Output> enter(JournalEntry entry) {
        if (journal.size() == rehearsal.journal().size() / 2) {
            restart();
        }
        byte[] value = entries.serialize(entry);
        input.pipeInput(null, value, 1L);
        List<Output> read = read(journal.size(), entry);
        // As text, for no record that has NaN in it is equal to another.
        same("outputs", rehearsal.outputs().get(journal.size()).toString(), read.toString());
        journal.add(value);
        return read;
    }

    /** What the journal held comes again, and must be known. */
    private void restart() {
        List<KeyValue<byte[], byte[]>> rows =
                PreloadedStore.rowsOf(driver.getKeyValueStore(OmsTopology.STATE));
        driver.close();
        start(rows);
        journal.forEach(value -> input.pipeInput(null, value, 1L));
        for (Stream stream : Stream.values()) {
            if (!outputs.get(stream).isEmpty()) {
                throw new IllegalStateException("an entry was applied twice: " + stream);
            }
        }
    }

    /** All that came out, in the order in which it was made. */
    private List<Output> read(long offset, JournalEntry entry) {
        TreeMap<Seq, Output> read = new TreeMap<>();
        for (Stream stream : Stream.values()) {
            for (TestRecord<String, byte[]> record : outputs.get(stream).readRecordsToList()) {
                Seq seq = Seq.of(record.headers()).orElseThrow();
                Seq expected = new Seq(genesis().getJournalid(), offset, seq.index());
                same("qtrader-seq", expected, seq);
                same("timestamp", entry.getTime().toEpochMilli(), record.timestamp());
                same("second of " + seq, null, read.put(seq, output(stream, record)));
            }
        }
        if (!read.isEmpty()) {
            same("last of an entry's outputs", read.size() - 1, read.lastKey().index());
        }
        return List.copyOf(read.values());
    }

    private Output output(Stream stream, TestRecord<String, byte[]> record) {
        SpecificRecord value = value(stream, record.value());
        if (stream != Stream.CHILD_ORDERS) {
            return new Output(stream, record.key(), value, 0, 0);
        }
        ChildOrderHeader header = ChildOrderHeader.of(record.headers()).orElseThrow();
        return new Output(stream, record.key(), value, header.counter(), header.digest());
    }

    private SpecificRecord value(Stream stream, byte[] value) {
        try {
            return value == null ? null : serdes.get(stream).deserialize(value);
        } catch (UndecodableException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void same(String what, Object expected, Object found) {
        if (expected == null ? found != null : !expected.equals(found)) {
            throw new IllegalStateException(
                    what + ": expected " + expected + ", found " + found);
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
