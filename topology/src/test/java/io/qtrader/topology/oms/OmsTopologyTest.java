package io.qtrader.topology.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.ChildOrderHeader;
import io.qtrader.client.Registry;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.topology.Entries;
import io.qtrader.topology.JournalIdentity;
import io.qtrader.topology.Patience;
import io.qtrader.topology.RegistryStub;
import io.qtrader.topology.StopException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmsTopologyTest {

    private static final TopicNames NAMES = TopicNames.DEFAULT;
    private static final JournalIdentity JOURNAL = new JournalIdentity(Entries.JOURNAL_ID, 1);

    @TempDir Path stateDir;

    private final RegistryStub stub = new RegistryStub();
    private final Registry registry = stub.registry();
    private final AvroSerde<JournalEntry> entries =
            AvroSerde.of(registry, NAMES, Topic.JOURNAL, JournalEntry.class);
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> journal;

    @BeforeEach
    void start() {
        startWith(List.of());
    }

    @AfterEach
    void stop() {
        driver.close();
        registry.close();
        stub.close();
    }

    private void startWith(List<KeyValue<byte[], byte[]>> rows) {
        driver = driver("state", JOURNAL, rows);
        journal =
                driver.createInputTopic(
                        NAMES.of(Topic.JOURNAL),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    private TopologyTestDriver driver(
            String dir, JournalIdentity identity, List<KeyValue<byte[], byte[]>> rows) {
        Properties config = new OmsConfig(NAMES, true, 1, Map.of()).streams();
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.resolve(dir).toString());
        Patience patience = new Patience("oms", Duration.ofMillis(1));
        return new TopologyTestDriver(
                OmsTopology.of(NAMES, identity, registry, patience, new PreloadedStore(rows)),
                config);
    }

    private void pipe(List<JournalEntry> history) {
        history.forEach(entry -> journal.pipeInput(null, entries.serialize(entry), 1L));
    }

    private List<KeyValue<byte[], byte[]>> rows() {
        KeyValueStore<byte[], byte[]> store = driver.getKeyValueStore(OmsTopology.STATE);
        return PreloadedStore.rowsOf(store);
    }

    private List<TestRecord<String, byte[]>> read(Topic topic) {
        return driver.createOutputTopic(
                        NAMES.of(topic), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** Everything that went out, as text: topic, key, headers, time, value. */
    private List<String> readAll() {
        List<String> all = new ArrayList<>();
        for (Topic topic : Topic.outputs()) {
            for (TestRecord<String, byte[]> record : read(topic)) {
                byte[] value = record.value();
                all.add(
                        topic + " " + record.key() + " " + record.headers() + " "
                                + record.getRecordTime() + " "
                                + (value == null ? null : HexFormat.of().formatHex(value)));
            }
        }
        return all;
    }

    @Test
    void everyOutputBearsTheEntryThatMadeItAndItsTime() {
        pipe(Entries.shortHistory());

        List<Seq> seqs = new ArrayList<>();
        for (Topic topic : Topic.outputs()) {
            for (TestRecord<String, byte[]> record : read(topic)) {
                Seq seq = Seq.of(record.headers()).orElseThrow();
                seqs.add(seq);
                assertThat(seq.journalid()).isEqualTo(Entries.JOURNAL_ID);
                assertThat(record.getRecordTime())
                        .isEqualTo(
                                Entries.shortHistory().get((int) seq.offset()).getTime());
            }
        }
        assertThat(seqs).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void childOrdersBearCounterAndDigest() {
        pipe(Entries.shortHistory());

        List<TestRecord<String, byte[]>> sent = read(Topic.CHILD_ORDERS);
        assertThat(sent).isNotEmpty();
        for (int i = 0; i < sent.size(); i++) {
            ChildOrderHeader header = ChildOrderHeader.of(sent.get(i).headers()).orElseThrow();
            assertThat(header.counter()).isEqualTo(i + 1);
        }
    }

    @Test
    void keepsTheAppliedOffsetInTheStore() {
        pipe(Entries.shortHistory());
        List<KeyValue<byte[], byte[]>> rows = rows();
        driver.close();

        startWith(rows);
        pipe(Entries.shortHistory());

        assertThat(readAll()).as("every entry is known").isEmpty();
        assertThat(rows()).usingRecursiveComparison().isEqualTo(rows);
    }

    @Test
    void goesOnIdenticallyFromARestoredStore() {
        List<JournalEntry> history = Entries.shortHistory();
        pipe(history);
        List<String> whole = readAll();
        List<KeyValue<byte[], byte[]>> end = rows();

        for (int cut = 1; cut < history.size(); cut++) {
            driver.close();
            startWith(List.of());
            pipe(history.subList(0, cut));
            List<String> parts = readAll();
            List<KeyValue<byte[], byte[]>> saved = rows();
            driver.close();

            startWith(saved);
            pipe(history);
            parts.addAll(readAll());

            assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
            assertThat(rows()).usingRecursiveComparison().isEqualTo(end);
        }
    }

    @Test
    void anUndecodableEntryStopsTheTask() {
        pipe(Entries.shortHistory().subList(0, 1));

        assertThatThrownBy(() -> journal.pipeInput(null, new byte[] {1, 2, 3, 4, 5, 6}))
                .satisfies(
                        thrown ->
                                assertThat(StopException.in(thrown).orElseThrow())
                                        .hasMessageContaining("journal partition 0 offset 1")
                                        .hasMessageContaining("NO_MAGIC"));
    }

    @Test
    void anEntryWithoutValueStopsTheTask() {
        assertThatThrownBy(() -> journal.pipeInput(null, (byte[]) null))
                .satisfies(
                        thrown ->
                                assertThat(StopException.in(thrown).orElseThrow())
                                        .hasMessageContaining("journal partition 0 offset 0")
                                        .hasMessageContaining("NULL_VALUE"));
    }

    @Test
    void waitsForARegistryThatIsAway() {
        List<JournalEntry> history = Entries.shortHistory();
        byte[] first = entries.serialize(history.get(0));
        driver.close();
        startWith(List.of());
        stub.awayFor(2);

        journal.pipeInput(null, first, 1L);

        assertThat(rows()).isNotEmpty();
    }

    @Test
    void refusesTheStateOfAnotherJournal() {
        pipe(Entries.shortHistory());
        List<KeyValue<byte[], byte[]>> rows = rows();

        assertThatThrownBy(() -> driver("other", new JournalIdentity("j-other", 1), rows).close())
                .satisfies(
                        thrown ->
                                assertThat(StopException.in(thrown).orElseThrow())
                                        .hasMessageContaining("j-other")
                                        .hasMessageContaining(Entries.JOURNAL_ID));
    }
}
