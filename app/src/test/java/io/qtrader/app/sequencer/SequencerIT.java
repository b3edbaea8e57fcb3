package io.qtrader.app.sequencer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.qtrader.app.sandbox.EmbeddedBroker;
import io.qtrader.app.sandbox.LoopbackPort;
import io.qtrader.app.sandbox.SandboxRegistry;
import io.qtrader.client.ClientProperties;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicIds;
import io.qtrader.schemas.Intent;
import io.qtrader.topology.StopException;
import io.qtrader.topology.sequencer.Sequencer;
import io.qtrader.topology.sequencer.StartOffsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sequencer against a real broker and a registry that speaks HTTP. */
@Timeout(120)
class SequencerIT {
    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static int registryPort;
    private static SandboxRegistry registry;

    private SequencerSite site;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(directory.resolve("broker"), LoopbackPort.free());
        registryPort = LoopbackPort.free();
        startRegistry();
    }

    private static void startRegistry() {
        registry = SandboxRegistry.start(directory.resolve("registry"), registryPort);
    }

    @AfterAll
    static void stopBroker() {
        registry.close();
        broker.close();
    }

    @BeforeEach
    void openSite() {
        site = new SequencerSite(broker.bootstrap(), registry.url());
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void journalsEveryInputOnceThroughRestarts() throws Exception {
        site.made();
        site.sendIntents(0, 50);
        try (Sequencer first = site.start()) {
            site.sendIntents(50, 100);
            awaitAccepted(100);
            assertThat(first.failure()).isEmpty();
        }
        site.sendIntents(100, 150);
        try (Sequencer second = site.start()) {
            site.sendIntents(150, 200);
            awaitAccepted(200);
            assertThat(second.waiting()).isFalse();
        }
        assertThat(site.journal().stream().filter(l -> l.entry().getEvent() instanceof Intent))
                .as("a clean stop repeats nothing")
                .hasSize(200);
    }

    @Test
    void goesOnWhenTheBrokerWasAwayForLongerThanASendMayTake() throws Exception {
        int port = LoopbackPort.free();
        Path data = directory.resolve("away");
        EmbeddedBroker away = EmbeddedBroker.start(data, port);
        try (SequencerSite there = new SequencerSite(away.bootstrap(), registry.url()).made()) {
            Map<String, String> impatient =
                    Map.of(
                            "producer.delivery.timeout.ms", "1000",
                            "producer.request.timeout.ms", "500",
                            "producer.max.block.ms", "1000");
            try (Sequencer sequencer = Sequencer.start(there.config(impatient))) {
                // Ticks go on while the broker is away, so that a send is sure to fail.
                await().atMost(Duration.ofSeconds(30)).until(() -> !there.ticks().isEmpty());
                there.sendIntents(0, 3000);
                away.close();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> hasThread(there.names.prefix(), "StreamThread-2"));
                away = EmbeddedBroker.start(data, port);
                there.sendIntents(3000, 3100);
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(
                                () ->
                                        assertThat(there.acceptedIntents())
                                                .isEqualTo(range(3100)));
                assertThat(sequencer.failure()).isEmpty();
            }
        } finally {
            away.close();
        }
    }

    @Test
    void ticksEveryPartitionOnceWhatWaitedIsJournaled() throws Exception {
        site.made();
        site.sendIntents(0, 2000);
        try (Sequencer sequencer = site.start()) {
            awaitTicks(3);
            assertThat(sequencer.failure()).isEmpty();
        }
        List<SequencerSite.Line> journal = site.journal();
        for (int partition = 0; partition < SequencerSite.PARTITIONS; partition++) {
            int p = partition;
            assertThat(journal).anyMatch(l -> l.partition() == p && !isIntent(l));
        }
        assertThat(site.acceptedIntents()).hasSize(2000);
    }

    /** Behind the last record that a task gets to see stand markers and aborted records. */
    @Test
    void ticksThoughTransactionsEndItsInputs() throws Exception {
        site.made();
        Map<String, Object> config = ClientProperties.kafka(site.connection.properties());
        config.put("transactional.id", site.names.of(Topic.INTENTS));
        byte[] value = site.bytes(Topic.INTENTS, intent(1));
        byte[] aborted = site.bytes(Topic.INTENTS, intent(2));
        try (var producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(site.names.of(Topic.INTENTS), 0, null, value));
            producer.commitTransaction();
            producer.beginTransaction();
            for (int i = 0; i < 300; i++) {
                producer.send(
                        new ProducerRecord<>(site.names.of(Topic.INTENTS), 0, null, aborted));
            }
            producer.abortTransaction();
        }
        try (Sequencer sequencer = site.start()) {
            awaitTicks(6);
            assertThat(site.acceptedIntents()).containsExactly(1L);
            assertThat(sequencer.failure()).isEmpty();
        }
    }

    @Test
    void sharesTheTasksBetweenTwoInstances() throws Exception {
        site.made();
        try (Sequencer one = site.start();
                Sequencer two = site.start()) {
            site.sendIntents(0, 200);
            awaitAccepted(200);
            awaitTicks(20);
            assertThat(one.failure()).isEmpty();
            assertThat(two.failure()).isEmpty();
        }
    }

    @Test
    void waitsVisiblyForTheRegistryAndGoesOn() throws Exception {
        site.made();
        byte[] intent = site.bytes(Topic.INTENTS, intent(1));
        try (Sequencer sequencer = site.start()) {
            registry.close();
            try (var producer = producer()) {
                producer.send(new ProducerRecord<>(site.names.of(Topic.INTENTS), intent)).get();
            }
            await().atMost(Duration.ofSeconds(20)).until(sequencer::waiting);
            startRegistry();
            awaitAccepted(1);
            assertThat(sequencer.waiting()).isFalse();
            assertThat(site.read(Topic.DEAD_LETTERS)).isEmpty();
        }
    }

    @Test
    void stopsWhenATopicIsMadeAnewUnderIt() throws Exception {
        site.made();
        String intents = site.names.of(Topic.INTENTS);
        try (Sequencer sequencer = site.start()) {
            site.admin.deleteTopics(List.of(intents)).all().get();
            createAgain(intents);
            await().atMost(Duration.ofSeconds(30)).until(() -> sequencer.failure().isPresent());
            assertThat(sequencer.failure().get()).contains(intents).contains("topics adopt");
            assertThat(sequencer.ended().get()).isEqualTo(sequencer.failure());
        }
        assertThatThrownBy(site::start)
                .isInstanceOf(StopException.class)
                .hasMessageContaining(intents)
                .hasMessageContaining("topics adopt");
    }

    /** The committed offset is one of the old topic: it must not skip what the new one holds. */
    @Test
    void beginsAnAdoptedTopicAtItsBeginning() throws Exception {
        site.made();
        String intents = site.names.of(Topic.INTENTS);
        try (Sequencer sequencer = site.start()) {
            site.sendIntents(0, 100);
            awaitAccepted(100);
            assertThatThrownBy(
                            () ->
                                    new StartOffsets(site.admin, site.names)
                                            .beginAnew(List.of(intents)))
                    .hasMessageContaining("stop every sequencer first");
            assertThat(sequencer.failure()).isEmpty();
        }
        site.admin.deleteTopics(List.of(intents)).all().get();
        createAgain(intents);
        site.sendIntents(100, 400);
        new StartOffsets(site.admin, site.names).beginAnew(List.of(intents));
        TopicIds ids = new TopicIds(site.connection.properties(), site.names);
        ids.adopt(ids.current(site.admin));
        try (Sequencer sequencer = site.start()) {
            awaitAccepted(400);
            assertThat(sequencer.failure()).isEmpty();
        }
    }

    @Test
    void stopsWhereWhatItHasNotReadHasExpired() throws Exception {
        site.made();
        try (Sequencer sequencer = site.start()) {
            site.sendIntents(0, 60);
            awaitAccepted(60);
        }
        site.sendIntents(60, 200);
        String intents = site.names.of(Topic.INTENTS);
        RecordsToDelete all = RecordsToDelete.beforeOffset(-1);
        site.admin
                .deleteRecords(
                        IntStream.range(0, SequencerSite.PARTITIONS)
                                .mapToObj(p -> new TopicPartition(intents, p))
                                .collect(Collectors.toMap(p -> p, p -> all)))
                .all()
                .get();
        Sequencer sequencer = Sequencer.start(site.config(Map.of()));
        try (sequencer) {
            await().atMost(Duration.ofSeconds(30)).until(() -> sequencer.failure().isPresent());
            assertThat(sequencer.failure().get())
                    .contains(intents)
                    .contains("expired");
        }
    }

    @Test
    void refusesToStartWhereSomethingIsMissing() throws Exception {
        assertThatThrownBy(site::start).hasMessageContaining("topics create");

        site.made();
        new TopicIds(site.connection.properties(), site.names)
                .adopt(Map.of(site.names.of(Topic.QUOTES), "another"));
        assertThatThrownBy(site::start)
                .isInstanceOf(StopException.class)
                .hasMessageContaining(site.names.of(Topic.QUOTES))
                .hasMessageContaining("topics adopt");

        Map<String, String> nobody =
                Map.of(
                        "bootstrap.servers", "127.0.0.1:" + LoopbackPort.free(),
                        "default.api.timeout.ms", "2000",
                        "request.timeout.ms", "1000");
        assertThatThrownBy(() -> Sequencer.start(site.config(nobody)))
                .hasMessageContaining("127.0.0.1");
    }

    private void createAgain(String topic) {
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .until(
                        () -> {
                            NewTopic anew = new NewTopic(topic, 3, (short) 1);
                            site.admin.createTopics(List.of(anew)).all().get();
                            return true;
                        });
    }

    private static boolean isIntent(SequencerSite.Line line) {
        return line.entry().getEvent() instanceof Intent;
    }

    private static Intent intent(long tgtpos) {
        return new Intent(Instant.now(), "AAPL", "s", tgtpos, 0.5, Map.of());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                ClientProperties.kafka(site.connection.properties()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private void awaitAccepted(int count) {
        List<Long> all = range(count);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> {
                            List<Long> accepted = site.acceptedIntents();
                            assertThat(accepted).hasSize(count);
                            if (count > 1) {
                                assertThat(accepted).isEqualTo(all);
                            }
                        });
    }

    /** The second stream thread is there when the first was lost and replaced. */
    private static boolean hasThread(String prefix, String suffix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .anyMatch(name -> name.startsWith(prefix) && name.endsWith(suffix));
    }

    private static List<Long> range(int end) {
        return LongStream.range(0, end).boxed().toList();
    }

    private void awaitTicks(int count) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> site.ticks().size() >= count);
    }
}
