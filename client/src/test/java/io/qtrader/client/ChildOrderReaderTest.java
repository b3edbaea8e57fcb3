package io.qtrader.client;

import static io.qtrader.client.Records.childOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qtrader.client.FakeRegistry.Answer;
import io.qtrader.client.ReaderAlarm.Reason;
import io.qtrader.schemas.ChildOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildOrderReaderTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static int tests;

    @TempDir private Path state;

    private final TopicNames names = new TopicNames("reader" + tests++ + ".");
    private FakeRegistry server;
    private Registry registry;
    private AvroSerde<ChildOrder> serde;
    private Producer<String, byte[]> oms;

    @BeforeEach
    void start() throws Exception {
        server = new FakeRegistry();
        registry = new Registry(server.config());
        serde = AvroSerde.of(registry, names, Topic.CHILD_ORDERS, ChildOrder.class);
        TestBroker.create(names, 2, Topic.CHILD_ORDERS);
        Map<String, Object> config = new HashMap<>(TestBroker.config());
        config.put("transactional.id", names.of(Topic.CHILD_ORDERS));
        oms = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        oms.initTransactions();
    }

    @AfterEach
    void stop() {
        oms.close(Duration.ZERO);
        registry.close();
        server.close();
    }

    @Test
    void readsBeforeTheCommitAndDropsWhatAnAbortRepeats() {
        try (ChildOrderReader reader = reader()) {
            oms.beginTransaction();
            write(0, 1, 3);
            oms.flush();
            assertThat(take(reader, 3)).containsExactly("0:1", "0:2", "0:3");
            oms.abortTransaction();

            oms.beginTransaction();
            write(0, 1, 4);
            write(1, 1, 1);
            oms.commitTransaction();
            assertThat(take(reader, 2)).containsExactlyInAnyOrder("0:4", "1:1");
            assertThat(reader.poll(SHORT)).isEmpty();
        }
    }

    @Test
    void goesOnWhereItWasCommitted() {
        transaction(0, 1, 4);
        try (ChildOrderReader reader = reader()) {
            take(reader, 4);
            reader.commit();
        }
        transaction(0, 5, 6);
        try (ChildOrderReader reader = reader()) {
            assertThat(take(reader, 2)).containsExactly("0:5", "0:6");
        }
        // Not committed: handed out again.
        try (ChildOrderReader reader = reader()) {
            assertThat(take(reader, 2)).containsExactly("0:5", "0:6");
            reader.commit();
            assertThat(reader.poll(SHORT)).isEmpty();
        }
    }

    @Test
    void handsOutWhatStandsBeforeAnAlarmAndThenStopsForGood() {
        transaction(0, 1, 2);
        transaction(0, 4, 5);
        try (ChildOrderReader reader = reader()) {
            assertThat(take(reader, 2)).containsExactly("0:1", "0:2");
            reader.commit();

            ReaderAlarm alarm =
                    catchThrowableOfType(ReaderAlarm.class, () -> reader.poll(SHORT));

            assertThat(alarm.reason()).isEqualTo(Reason.GAP);
            assertThat(alarm)
                    .hasMessageStartingWith("GAP: " + topic() + "-0 offset 3: found counter=4");
            assertThatThrownBy(() -> reader.poll(SHORT)).isSameAs(alarm);
        }
        try (ChildOrderReader reader = reader()) {
            assertThat(alarm(reader)).isEqualTo(Reason.GAP);
        }
    }

    @Test
    void alarmsAtWhatTheOmsDidNotWrite() {
        oms.beginTransaction();
        oms.send(new ProducerRecord<>(topic(), 0, "7", serde.serialize(childOrder(7))));
        ProducerRecord<String, byte[]> garbage =
                new ProducerRecord<>(topic(), 1, "7", new byte[] {9, 9, 9, 9, 9, 9});
        ChildOrderSequenceTest.header(1).addTo(garbage.headers());
        oms.send(garbage);
        oms.commitTransaction();
        try (ChildOrderReader reader = reader()) {
            assertThat(alarm(reader)).isIn(Reason.NO_HEADER, Reason.UNDECODABLE);
        }
    }

    @Test
    void alarmsWhereTheTopicWasMadeAnew() throws Exception {
        transaction(0, 1, 5);
        try (ChildOrderReader reader = reader()) {
            take(reader, 5);
            reader.commit();
        }
        makeAnew();

        ReaderAlarm alarm = catchThrowableOfType(ReaderAlarm.class, this::reader);

        assertThat(alarm.reason()).isEqualTo(Reason.TRUNCATED);
        // And it has let go of everything.
        new StateDirectory(state).close();
    }

    @Test
    void alarmsWhereTheTopicIsMadeAnewUnderItsHands() throws Exception {
        transaction(0, 1, 5);
        try (ChildOrderReader reader = reader()) {
            take(reader, 5);
            reader.commit();
            makeAnew();

            assertThat(alarm(reader)).isEqualTo(Reason.TRUNCATED);
        }
    }

    @Test
    void alarmsWhenRetentionTakesUnreadInstructionsUnderItsHands() throws Exception {
        transaction(0, 1, 3);
        try (ChildOrderReader reader = reader()) {
            take(reader, 3);
            reader.commit();
        }
        transaction(0, 4, 8);
        try (Admin admin = Admin.create(TestBroker.config())) {
            TopicPartition p0 = new TopicPartition(topic(), 0);
            admin.deleteRecords(Map.of(p0, RecordsToDelete.beforeOffset(6))).all().get();
        }
        try (ChildOrderReader reader = reader()) {
            assertThat(alarm(reader)).isEqualTo(Reason.GAP);
        }
    }

    @Test
    void waitsForTheRegistryAndLosesNothing() {
        transaction(0, 1, 3);
        try (Registry fresh = new Registry(server.config());
                ChildOrderReader reader =
                        new ChildOrderReader(TestBroker.config(), names, fresh, state)) {
            server.nextReads.add(new Answer(503, "busy"));
            server.nextReads.add(new Answer(503, "busy"));

            Awaitility.await()
                    .untilAsserted(
                            () ->
                                    assertThatThrownBy(() -> reader.poll(SHORT))
                                            .isInstanceOf(RegistryUnavailableException.class));
            assertThatThrownBy(() -> reader.poll(SHORT))
                    .isInstanceOf(RegistryUnavailableException.class);
            assertThat(take(reader, 3)).containsExactly("0:1", "0:2", "0:3");
        }
    }

    @Test
    void wakesUp() throws Exception {
        try (ChildOrderReader reader = reader()) {
            reader.wakeup();
            CompletableFuture<List<Instruction>> poll =
                    CompletableFuture.supplyAsync(() -> reader.poll(Duration.ofMinutes(5)));

            assertThat(poll.get(20, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void saysWhenTheTopicIsNotThere() {
        assertThatThrownBy(
                        () ->
                                new ChildOrderReader(
                                        TestBroker.config(),
                                        new TopicNames("nobody."),
                                        registry,
                                        state))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("topic nobody.child-orders is not there");
    }

    @Test
    void aClusterThatIsNotThereOrSettingsThatAreWrongAreOneLine() {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", "127.0.0.1:1");
        config.put("default.api.timeout.ms", 500);
        assertThatThrownBy(() -> new ChildOrderReader(config, names, registry, state))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("(cluster 127.0.0.1:1, TimeoutException");

        config.put("bootstrap.servers", "nonsense");
        assertThatThrownBy(() -> new ChildOrderReader(config, names, registry, state))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("no connection to cluster nonsense")
                .hasMessageContaining("check bootstrap.servers");
        assertThatThrownBy(() -> new IntentPublisher(config, names, registry))
                .isInstanceOf(SetupException.class);
    }

    private void makeAnew() throws Exception {
        try (Admin admin = Admin.create(TestBroker.config())) {
            admin.deleteTopics(List.of(topic())).all().get();
            Awaitility.await().until(() -> !admin.listTopics().names().get().contains(topic()));
        }
        TestBroker.create(names, 2, Topic.CHILD_ORDERS);
    }

    private ChildOrderReader reader() {
        return new ChildOrderReader(TestBroker.config(), names, registry, state);
    }

    private String topic() {
        return names.of(Topic.CHILD_ORDERS);
    }

    private void transaction(int partition, long from, long to) {
        oms.beginTransaction();
        write(partition, from, to);
        oms.commitTransaction();
    }

    private void write(int partition, long from, long to) {
        LongStream.rangeClosed(from, to)
                .forEach(
                        counter -> {
                            byte[] value = serde.serialize(childOrder(counter));
                            var record =
                                    new ProducerRecord<>(
                                            topic(), partition, Long.toString(counter), value);
                            ChildOrderSequenceTest.header(counter).addTo(record.headers());
                            oms.send(record);
                        });
    }

    /** Waits for so many instructions, as partition:counter. */
    private List<String> take(ChildOrderReader reader, int count) {
        List<String> taken = new ArrayList<>();
        Awaitility.await()
                .until(
                        () -> {
                            for (Instruction i : reader.poll(SHORT)) {
                                assertThat(i.order().getChildid()).isEqualTo(i.header().counter());
                                taken.add(i.partition() + ":" + i.header().counter());
                            }
                            return taken.size() >= count;
                        });
        return taken;
    }

    private Reason alarm(ChildOrderReader reader) {
        return Awaitility.await()
                .until(
                        () -> {
                            try {
                                reader.poll(SHORT);
                                return null;
                            } catch (ReaderAlarm e) {
                                return e.reason();
                            }
                        },
                        reason -> reason != null);
    }
}
