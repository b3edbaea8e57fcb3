package io.qtrader.client;

import static io.qtrader.client.Records.instrument;
import static io.qtrader.client.Records.intent;
import static io.qtrader.client.Records.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.client.JournalSeed.Seeded;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalSeedTest {

    private static final Instant NOW = Instant.parse("2025-01-02T09:00:00.000001Z");
    private static final List<Control> CONTROLS = List.of(policy(1000), instrument("AAPL"));
    private static int tests;

    private final TopicNames names = new TopicNames("seed" + tests++ + ".");
    private FakeRegistry server;
    private Registry registry;
    private AvroSerde<JournalEntry> serde;

    @BeforeEach
    void start() throws Exception {
        server = new FakeRegistry();
        registry = new Registry(server.config());
        serde = AvroSerde.of(registry, names, Topic.JOURNAL, JournalEntry.class);
        TestBroker.create(names, 3, Topic.JOURNAL);
    }

    @AfterEach
    void stop() {
        registry.close();
        server.close();
    }

    @Test
    void everyPartitionBeginsWithGenesisAndPolicy() throws Exception {
        assertThat(seed().journalid()).isEmpty();

        Seeded seeded = seed().seed(CONTROLS);

        assertThat(seeded.partitions()).isEqualTo(3);
        assertThat(seeded.written()).isEqualTo(9);
        assertThat(seed().journalid()).contains(seeded.journalid());
        for (int partition = 0; partition < 3; partition++) {
            List<JournalEntry> entries = journal(partition);
            assertThat(entries).extracting(JournalEntry::getTime).containsOnly(NOW);
            assertThat(entries)
                    .extracting(e -> ((Control) e.getEvent()).getAction())
                    .containsExactly(
                            ControlAction.GENESIS, ControlAction.POLICY, ControlAction.INSTRUMENT);
            assertThat(entries)
                    .extracting(JournalEntry::getSource)
                    .containsExactly(
                            new Source("setup", "setup", 0, 0L, 0, -1L, -1),
                            new Source("setup", "setup", 0, 1L, 0, 0L, 0),
                            new Source("setup", "setup", 0, 2L, 0, 1L, 0));
            assertThat(((Control) entries.get(0).getEvent()).getDetail())
                    .isEqualTo(new Genesis(seeded.journalid(), partition, 3));
        }
    }

    @Test
    void theSecondTimeItWritesNothing() throws Exception {
        Seeded first = seed().seed(CONTROLS);

        assertThat(seed().seed(CONTROLS)).isEqualTo(new Seeded(first.journalid(), 3, 0));
        // Another policy goes through controls, not through set-up.
        assertThat(seed().seed(List.of(policy(5)))).isEqualTo(new Seeded(first.journalid(), 3, 0));
        assertThat(journal(2)).hasSize(3);
    }

    @Test
    void writesNothingToAJournalThatHasGoneOn() throws Exception {
        Seeded first = seed().seed(List.of(policy(1000)));
        for (int partition = 0; partition < 3; partition++) {
            send(partition, serde.serialize(ordinaryEntry()));
        }

        assertThat(seed().seed(CONTROLS)).isEqualTo(new Seeded(first.journalid(), 3, 0));
    }

    @Test
    void goesOnWithWhatWasLeftHalfDoneUnderTheSameJournalId() throws Exception {
        seedOnly(1, "half", 3);
        seedOnly(2, "half", 1);
        assertThatThrownBy(() -> seed().journalid())
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("partition 0 is empty, others are not: run topics create");

        assertThat(seed().seed(CONTROLS)).isEqualTo(new Seeded("half", 3, 5));

        assertThat(seed().journalid()).contains("half");
        for (int partition = 0; partition < 3; partition++) {
            assertThat(journal(partition)).hasSize(3);
        }
    }

    @Test
    void refusesToFinishWithAnotherPolicyOrBesideEntriesThatHaveGoneOn() throws Exception {
        seedOnly(1, "half", 3);

        assertThatThrownBy(() -> seed().seed(List.of(policy(7))))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("partitions [0, 2] lack first entries")
                .hasMessageContaining("partitions [1] began with other controls or have gone on");
        send(1, serde.serialize(ordinaryEntry()));
        assertThatThrownBy(() -> seed().seed(CONTROLS))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("restore what was lost");
        assertThat(journal(0)).isEmpty();
    }

    @Test
    void refusesPartitionsOfDifferentJournals() throws Exception {
        seedOnly(0, "one", 3);
        seedOnly(1, "two", 3);

        assertThatThrownBy(() -> seed().seed(CONTROLS))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("says journalid=two, partition=1, partitions=3")
                .hasMessageContaining("expected journalid=one");
        assertThatThrownBy(() -> seed().journalid()).isInstanceOf(SetupException.class);
    }

    @Test
    void refusesAJournalThatHadAnotherNumberOfPartitions() throws Exception {
        List<JournalEntry> ofFour = SeedEntries.of(new Genesis("four", 0, 4), CONTROLS, NOW);
        send(0, serde.serialize(ofFour.get(0)));

        assertThatThrownBy(() -> seed().seed(CONTROLS))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("partitions=4; expected journalid=any, partition=0,"
                        + " partitions=3");
    }

    @Test
    void refusesWhatDoesNotBeginWithGenesisOrIsNoJournal() throws Exception {
        send(2, serde.serialize(ordinaryEntry()));
        assertThatThrownBy(() -> seed().seed(CONTROLS))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("partition 2 does not begin with GENESIS");

        send(1, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> seed().seed(CONTROLS))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("partition 1 offset 0 is no journal entry (TOO_SHORT");
    }

    @Test
    void refusesToSeedWithoutAPolicy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seed().seed(List.of(instrument("AAPL"))));
    }

    private JournalSeed seed() {
        return new JournalSeed(TestBroker.config(), names, registry, InstantSource.fixed(NOW));
    }

    /** The first entries of one partition alone, as a set-up that was stopped would leave them. */
    private void seedOnly(int partition, String journalid, int count) {
        List<JournalEntry> all =
                SeedEntries.of(
                        new Genesis(journalid, partition, 3), CONTROLS, NOW.minusSeconds(60));
        new SeedWriter(TestBroker.config(), names.of(Topic.JOURNAL), serde)
                .write(Map.of(partition, all.subList(0, count)));
    }

    private static JournalEntry ordinaryEntry() {
        Source source = new Source("id", "qtrader.intents", 0, 0L, 0, -1L, -1);
        return new JournalEntry(source, NOW, intent("AAPL", 100));
    }

    private void send(int partition, byte[] value) throws Exception {
        ByteArraySerializer raw = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(TestBroker.config(), raw, raw)) {
            producer.send(new ProducerRecord<>(names.of(Topic.JOURNAL), partition, null, value))
                    .get();
        }
    }

    /** What a partition holds, whose offsets must be dense from 0. */
    private List<JournalEntry> journal(int partition) throws Exception {
        List<JournalEntry> entries = new ArrayList<>();
        try (TopicReader reader =
                new TopicReader(TestBroker.config(), names.of(Topic.JOURNAL))) {
            TopicReader.Held held = reader.read(100).get(partition);
            assertThat(held.end()).isEqualTo(held.records().size());
            for (ConsumerRecord<byte[], byte[]> record : held.records()) {
                assertThat(record.offset()).isEqualTo(entries.size());
                entries.add(serde.deserialize(record.value()));
            }
        }
        return entries;
    }
}
