package io.qtrader.topology.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.topology.Entries;
import io.qtrader.topology.JournalIdentity;
import io.qtrader.topology.PartitionedKey;
import io.qtrader.topology.Patience;
import io.qtrader.topology.RegistryStub;
import io.qtrader.topology.StopException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the test driver cannot show: another task than 0, offsets that jump, a revived task. */
class OmsProcessorTest {

    private static final int PARTITION = 2;
    private static final JournalIdentity JOURNAL = new JournalIdentity(Entries.JOURNAL_ID, 4);
    private static final TopicNames NAMES = TopicNames.DEFAULT;

    @TempDir Path stateDir;

    private final RegistryStub stub = new RegistryStub();
    private final Registry registry = stub.registry();
    private final AvroSerde<JournalEntry> entries =
            AvroSerde.of(registry, NAMES, Topic.JOURNAL, JournalEntry.class);
    private MockProcessorContext<PartitionedKey, byte[]> context;
    private KeyValueStore<byte[], byte[]> rows;
    private OmsProcessor processor;

    @BeforeEach
    void start() {
        File dir = stateDir.toFile();
        context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, PARTITION), dir);
        rows =
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(OmsTopology.STATE),
                                Serdes.ByteArray(),
                                Serdes.ByteArray())
                        .withLoggingDisabled()
                        .build();
        rows.init(context.getStateStoreContext(), rows);
        context.addStateStore(rows);
        processor =
                new OmsProcessor(
                        JOURNAL, entries, new OutputSerdes(registry, NAMES), new Patience("oms"));
        processor.init(context);
    }

    @AfterEach
    void stop() {
        rows.close();
        registry.close();
        stub.close();
    }

    private void offer(long offset, JournalEntry entry) {
        context.setRecordMetadata(NAMES.of(Topic.JOURNAL), PARTITION, offset);
        processor.process(new Record<>(null, entries.serialize(entry), 1L));
    }

    private void offerHistory() {
        List<JournalEntry> history = Entries.shortHistory();
        offer(0, Entries.genesis(PARTITION, JOURNAL.partitions()));
        for (int offset = 1; offset < history.size(); offset++) {
            offer(offset, history.get(offset));
        }
    }

    private static String line(Throwable thrown) {
        return StopException.in(thrown).orElseThrow().getMessage();
    }

    @Test
    void sendsEverythingToTheJournalsPartition() {
        offerHistory();

        assertThat(context.forwarded())
                .isNotEmpty()
                .extracting(sent -> sent.record().key().partition())
                .containsOnly(PARTITION);
    }

    @Test
    void sendsEachOutputToItsOwnSink() {
        offerHistory();

        assertThat(context.forwarded())
                .extracting(sent -> sent.childName().orElseThrow())
                .contains("targets", "requirements", "parent-orders", "orders", "child-orders");
    }

    @Test
    void refusesAnEntryBeyondTheNext() {
        List<JournalEntry> history = Entries.shortHistory();
        offer(0, Entries.genesis(PARTITION, JOURNAL.partitions()));
        offer(1, history.get(1));
        List<KeyValue<byte[], byte[]>> before = PreloadedStore.rowsOf(rows);

        assertThatThrownBy(() -> offer(3, history.get(3)))
                .satisfies(
                        thrown ->
                                assertThat(line(thrown))
                                        .contains("journal partition 2 offset 3")
                                        .contains("applied up to 1"));
        assertThat(PreloadedStore.rowsOf(rows)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void skipsWhatItKnowsWithoutReadingIt() {
        offerHistory();
        context.resetForwards();

        context.setRecordMetadata(NAMES.of(Topic.JOURNAL), PARTITION, 1);
        processor.process(new Record<>(null, new byte[] {9}, 1L));

        assertThat(context.forwarded()).isEmpty();
    }

    @Test
    void knowsTheBeginningOfItsOwnJournal() {
        offerHistory();
        context.resetForwards();

        offer(0, Entries.genesis(PARTITION, JOURNAL.partitions()));

        assertThat(context.forwarded()).isEmpty();
    }

    @Test
    void stopsWhereTheJournalBeginsAnewAsAnother() {
        offerHistory();
        Genesis other = new Genesis("another", PARTITION, JOURNAL.partitions());
        JournalEntry anew = Entries.genesis(PARTITION, JOURNAL.partitions());
        ((Control) anew.getEvent()).setDetail(other);

        assertThatThrownBy(() -> offer(0, anew))
                .satisfies(
                        thrown ->
                                assertThat(line(thrown))
                                        .contains("journal partition 2 begins with another entry")
                                        .contains(JOURNAL.journalid()));
    }

    @Test
    void aRevivedTaskStartsFromTheStoreAgain() {
        List<JournalEntry> history = Entries.shortHistory();
        offer(0, Entries.genesis(PARTITION, JOURNAL.partitions()));
        offer(1, history.get(1));
        List<KeyValue<byte[], byte[]>> committed = PreloadedStore.rowsOf(rows);
        offer(2, history.get(2));
        offer(3, history.get(3));
        List<CapturedForward<? extends PartitionedKey, ? extends byte[]>> first =
                context.forwarded();

        replaceRows(committed);
        context.resetForwards();
        processor.init(context);
        offer(2, history.get(2));
        offer(3, history.get(3));

        assertThat(context.forwarded())
                .usingRecursiveComparison()
                .isEqualTo(first);
    }

    private void replaceRows(List<KeyValue<byte[], byte[]>> committed) {
        PreloadedStore.rowsOf(rows).forEach(row -> rows.delete(row.key));
        committed.forEach(row -> rows.put(row.key, row.value));
    }

    @Test
    void refusesTheGenesisOfAnotherPartition() {
        assertThatThrownBy(() -> offer(0, Entries.genesis(1, JOURNAL.partitions())))
                .satisfies(
                        thrown ->
                                assertThat(line(thrown))
                                        .contains("journal partition 2 of 4")
                                        .contains("partition 1 of 4"));
    }

    @Test
    void refusesRowsOfAnotherBuild() {
        rows.put(new byte[] {(byte) 250, 1}, new byte[] {1});

        assertThatThrownBy(() -> processor.init(context))
                .satisfies(
                        thrown ->
                                assertThat(line(thrown))
                                        .contains("journal partition 2")
                                        .contains("rebuild it from the journal"));
    }
}
