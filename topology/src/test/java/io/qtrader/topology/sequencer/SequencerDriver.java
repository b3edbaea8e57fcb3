package io.qtrader.topology.sequencer;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.client.UndecodableException;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Tick;
import io.qtrader.topology.Patience;
import io.qtrader.topology.RegistryStub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Task 0 of a sequencer with a journal of three partitions, its clock in the test's hand. */
final class SequencerDriver implements AutoCloseable {
    static final int PARTITIONS = 3;
    static final Instant START = Instant.parse("2026-01-05T14:30:00Z");
    static final TopicNames NAMES = TopicNames.DEFAULT;

    /** What stands in the journal, with the partition that it was sent to. */
    record Journaled(int partition, JournalEntry entry, TestRecord<byte[], byte[]> record) {
        <T> T event(Class<T> type) {
            return type.cast(entry.getEvent());
        }
    }

    final RegistryStub stub = new RegistryStub();
    final Patience patience = new Patience("sequencer", Duration.ofMillis(1));
    final CompletableFuture<Map<TopicPartition, Long>> backlog = new CompletableFuture<>();
    final RecordingActivity activity = new RecordingActivity();

    private final Registry registry = stub.registry();
    private final Map<Topic, AvroSerde<SpecificRecord>> writers = new EnumMap<>(Topic.class);
    private final Map<Topic, TestInputTopic<byte[], byte[]>> inputs = new EnumMap<>(Topic.class);
    private final TopologyTestDriver driver;
    private final TestOutputTopic<byte[], byte[]> journal;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final AvroSerde<JournalEntry> entries;
    private Instant now = START;

    /** Its inputs have one partition each, quotes are conflated, and nothing waits in them. */
    SequencerDriver() {
        this(1, SequencerConfig.DEFAULT_CONFLATION);
        backlog.complete(Map.of());
    }

    SequencerDriver(int inputPartitions, Duration conflation) {
        SequencerSetup setup = setup(inputPartitions, conflation);
        driver =
                new TopologyTestDriver(
                        SequencerTopology.of(setup),
                        SequencerConfig.of(stub.config(), true).streams(),
                        START);
        for (Topic topic : Topic.inputs()) {
            inputs.put(
                    topic,
                    driver.createInputTopic(
                            NAMES.of(topic), new ByteArraySerializer(), new ByteArraySerializer()));
        }
        journal = output(Topic.JOURNAL);
        deadLetters = output(Topic.DEAD_LETTERS);
        entries = AvroSerde.of(registry, NAMES, Topic.JOURNAL, JournalEntry.class);
    }

    SequencerSetup setup(int inputPartitions, Duration conflation) {
        List<InputTopic> topics =
                Topic.inputs().stream()
                        .map(t -> new InputTopic(t, NAMES.of(t), idOf(t), inputPartitions))
                        .toList();
        return new SequencerSetup(
                NAMES,
                topics,
                PARTITIONS,
                registry,
                patience,
                () -> now,
                conflation,
                partitions -> backlog,
                activity);
    }

    static String idOf(Topic topic) {
        return "id-of-" + topic.suffix();
    }

    private TestOutputTopic<byte[], byte[]> output(Topic topic) {
        return driver.createOutputTopic(
                NAMES.of(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Sends a record as a well-behaved writer would, without a key. */
    void send(Topic topic, SpecificRecord value) {
        sendRaw(topic, null, bytes(topic, value));
    }

    void sendRaw(Topic topic, byte[] key, byte[] value) {
        sendRaw(topic, key, value, new RecordHeaders());
    }

    void sendRaw(Topic topic, byte[] key, byte[] value, Headers headers) {
        inputs.get(topic).pipeInput(new TestRecord<>(key, value, headers, START.toEpochMilli()));
    }

    /** In the wire format, under the topic's own subject. */
    byte[] bytes(Topic topic, SpecificRecord value) {
        return writers.computeIfAbsent(topic, this::writer).serialize(value);
    }

    @SuppressWarnings("unchecked")
    private AvroSerde<SpecificRecord> writer(Topic topic) {
        return new AvroSerde<>(
                registry, NAMES.subject(topic), (Class<SpecificRecord>) topic.record());
    }

    /** Lets time pass on the sequencer's clock and on Kafka's. */
    void advance(Duration by) {
        now = now.plus(by);
        driver.advanceWallClockTime(by);
    }

    void advanceMs(long ms) {
        advance(Duration.ofMillis(ms));
    }

    /** Sets the sequencer's clock alone. */
    void setClock(Instant to) {
        now = to;
    }

    /** Everything journaled since the last call, ticks included. */
    List<Journaled> journalWithTicks() {
        List<Journaled> read = new ArrayList<>();
        for (TestRecord<byte[], byte[]> record : journal.readRecordsToList()) {
            try {
                JournalEntry entry = entries.deserialize(record.value());
                read.add(new Journaled(activity.sentTo.remove(0), entry, record));
            } catch (UndecodableException e) {
                throw new AssertionError(e);
            }
        }
        return read;
    }

    List<Journaled> journal() {
        return journalWithTicks().stream()
                .filter(j -> !(j.entry().getEvent() instanceof Tick))
                .toList();
    }

    List<Journaled> ticks() {
        return journalWithTicks().stream()
                .filter(j -> j.entry().getEvent() instanceof Tick)
                .toList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    static String header(TestRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value());
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
        stub.close();
    }

    /** Counts as the sequencer's shell would, and remembers the order of the partitions. */
    static final class RecordingActivity implements JournalActivity {
        private final List<Integer> sentTo = new ArrayList<>();
        private final Map<Integer, Long> written = new HashMap<>();

        /** Another process writes there. */
        void writtenElsewhere(int partition) {
            written.merge(partition, 1L, Long::sum);
        }

        @Override
        public void takeOver(int partition) {}

        @Override
        public void wrote(int partition) {
            sentTo.add(partition);
            written.merge(partition, 1L, Long::sum);
        }

        @Override
        public void ticked(int partition) {
            sentTo.add(partition);
        }

        @Override
        public long written(int partition) {
            return written.getOrDefault(partition, 0L);
        }
    }
}
