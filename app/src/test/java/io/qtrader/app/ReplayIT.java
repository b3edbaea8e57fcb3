package io.qtrader.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.app.TestDesk.Said;
import io.qtrader.app.cluster.InputPublisher;
import io.qtrader.app.demo.SeedExample;
import io.qtrader.app.watch.Lines;
import io.qtrader.app.watch.TopicFollower;
import io.qtrader.client.AvroSerde;
import io.qtrader.client.Registry;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.schemas.Fill;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.Quote;
import io.qtrader.topology.oms.Oms;
import io.qtrader.topology.oms.OmsConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** Replay, export and import against a system that has traded. */
@Timeout(120)
@TestMethodOrder(OrderAnnotation.class)
class ReplayIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    private static TestDesk desk;

    @BeforeAll
    static void trade() throws InterruptedException {
        desk = TestDesk.start(data.resolve("desk"), 2);
        try (InputPublisher publisher = new InputPublisher(desk.connection());
                TopicFollower follower = new TopicFollower(
                        desk.connection(), SeedExample.FOLLOWED, false)) {
            byChance(publisher);
            new SeedExample(publisher, follower, new Lines(Ansi.OFF),
                    new PrintWriter(new StringWriter())).play();
        }
    }

    private static void byChance(InputPublisher publisher) {
        Random chance = new Random(4);
        for (int i = 0; i < 30; i++) {
            String sym = "R" + chance.nextInt(4);
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            publisher.publish(Topic.QUOTES, Quote.class, sym, Quote.newBuilder().setTime(now)
                    .setSym(sym).setBid(10.00).setAsk(10.02).build());
            publisher.publish(Topic.INTENTS, Intent.class, sym, new Intent(now, sym,
                    "s" + chance.nextInt(2), (chance.nextInt(7) - 3) * 100L, 1.0, Map.of()));
        }
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Said replay(String... args) {
        return desk.run(with(desk.here("replay"), args));
    }

    private static String[] with(String[] args, String... more) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    @Order(1)
    void sumsUpWhatTheJournalComesTo() {
        Said said = replay();

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).startsWith("journal ").contains("it.journal on ")
                .containsPattern("partition +entries +from").containsPattern("entries/s");
    }

    @Test
    @Order(2)
    void aSystemThatRunsVerifiesClean() {
        Said said = replay("--verify");

        assertThat(said.text()).contains("clean: all ").doesNotContain("different:");
        assertThat(said.code()).isZero();
    }

    @Test
    @Order(3)
    void exportsAndReplaysTheFile() {
        Said said = desk.run(with(desk.here("export"), file().toString()));
        assertThat(said.code()).as(said.text()).isZero();

        Said verified = replay("--verify", "--journal", file().toString());
        assertThat(verified.text()).contains("clean: all ");
        assertThat(verified.code()).isZero();
        assertThat(desk.run(with(desk.here("export"), file().toString())).text())
                .contains("is there already");
    }

    private static Path file() {
        return data.resolve("journal.avro");
    }

    @Test
    @Order(4)
    void importsIntoAnEmptyInstallationAndRebuildsItsOutputs() throws Exception {
        Said imported = copy("import", file().toString(), "--dev");
        assertThat(imported.code()).as(imported.text()).isZero();
        assertThat(imported.text()).contains("-> journal ").contains("copy.journal");
        Said again = copy("import", file().toString(), "--dev");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.text()).contains("nothing was imported: copy.journal is not empty");

        assertThat(copy("replay", "--verify").text()).contains("clean: all 0 committed");
        Map<String, String> properties = new HashMap<>(desk.connection().properties());
        properties.put("qtrader.prefix", "copy.");
        properties.put("state.dir", data.resolve("copy").toString());
        try (Oms oms = Oms.start(OmsConfig.of(properties, true))) {
            assertThat(oms.awaitRunning(SOON)).isTrue();
            Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(
                    copy("replay", "--verify").text())
                    .containsPattern("fills +\\d+ +\\d+ +0 +0 +0 +0 +0\n")
                    .contains("clean: all ").doesNotContain("clean: all 0"));
            assertThat(oms.failure()).isEmpty();
        }
        assertThat(copy("replay", "--verify", "--journal", file().toString()).code()).isZero();
    }

    private static Said copy(String... args) {
        return elsewhere("copy.", args);
    }

    private static Said elsewhere(String prefix, String... args) {
        return desk.run(with(args, "--prefix", prefix, "--bootstrap",
                desk.connection().bootstrap(), "--registry",
                desk.connection().properties().get(Registry.URL_KEY)));
    }

    @Test
    @Order(5)
    void aDamagedFileIsImportedNowhere() throws Exception {
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length - 300] ^= 1;
        Path damaged = Files.write(data.resolve("damaged.avro"), bytes);

        Said said = elsewhere("damaged.", "import", damaged.toString(), "--dev");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("damaged.avro: partition 1 offset ")
                .contains("is not as it was written");
        assertThat(elsewhere("damaged.", "topics", "check", "--dev").text())
                .contains("damaged.journal: topic is missing");
    }

    @Test
    @Order(6)
    void aForgedRecordIsNamed() throws Exception {
        Fill forged = forge();

        Said said = replay("--verify");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("different: it.fills partition ")
                .contains("a record stands out of the journal's order, and is not what the journal makes:"
                        + " qty is 1234567, must be ")
                .containsPattern("  entry  journal \\d/\\d+ of .*: \\w+ " + forged.getSym())
                .endsWith("different: it.fills" + System.lineSeparator());
    }

    /** Writes a fill again, with another quantity. */
    private static Fill forge() throws Exception {
        try (TopicFollower follower =
                        new TopicFollower(desk.connection(), List.of(Topic.FILLS), true);
                Registry registry = desk.connection().registry();
                var producer = new KafkaProducer<>(desk.connection().kafka(Map.of()),
                        new ByteArraySerializer(), new ByteArraySerializer())) {
            var seen = follower.next(SOON).get(0);
            Fill forged = Fill.newBuilder((Fill) seen.value()).setQty(1234567).build();
            var record = new ProducerRecord<>("it.fills", seen.partition(), seen.key().getBytes(),
                    AvroSerde.of(registry, desk.connection().names(), Topic.FILLS, Fill.class)
                            .serialize(forged));
            Seq seq = seen.seq().orElseThrow();
            seq.addTo(record.headers());
            producer.send(record).get();
            return forged;
        }
    }
}
