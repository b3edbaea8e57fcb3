package io.qtrader.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.app.BadInputs.Bad;
import io.qtrader.app.TestDesk.Said;
import io.qtrader.app.watch.Lines;
import io.qtrader.app.watch.Seen;
import io.qtrader.app.watch.TopicFollower;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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

/**
 * Whatever is thrown at the inputs is found afterwards in dead-letters or rejects with its reason,
 * changes nothing else, and stops nothing; an execution that cannot be decoded halts new exposure.
 * The table that it fills is written to {@code target/bad-input.md}.
 */
@Timeout(120)
@TestMethodOrder(OrderAnnotation.class)
class BadInputIT {

    private static final Path TABLE = Path.of("target", "bad-input.md");
    private static final List<Topic> ENDS = List.of(Topic.DEAD_LETTERS, Topic.REJECTS);
    /** What a bad input must not change. */
    private static final List<Topic> TABLES = List.of(Topic.TARGETS, Topic.REQUIREMENTS,
            Topic.PARENT_ORDERS, Topic.ORDERS, Topic.CHILD_ORDER_STATE, Topic.NET_POSITIONS,
            Topic.STRATEGY_POSITIONS, Topic.FILLS);

    @TempDir
    private static Path data;

    private static TestDesk desk;

    @BeforeAll
    static void start() throws InterruptedException {
        desk = TestDesk.start(data, 2);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    @Order(1)
    void everyBadInputIsFoundWithItsReason() throws Exception {
        desk.run(desk.here("intent", BadInputs.STANDING, "s", "0"));
        Awaitility.await().untilAsserted(
                () -> assertThat(show("targets")).contains(BadInputs.STANDING));
        List<Topic> followed = new ArrayList<>(ENDS);
        followed.addAll(TABLES);
        Map<Bad, Seen> found = new HashMap<>();
        List<Bad> inOrder = new ArrayList<>();
        List<Seen> changed = new ArrayList<>();
        try (TopicFollower follower = new TopicFollower(desk.connection(), followed, false)) {
            Map<String, Bad> sent = send();
            inOrder.addAll(sent.values());
            Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> {
                for (Seen seen : follower.next(Duration.ofMillis(500))) {
                    if (ENDS.contains(seen.topic())) {
                        found.put(sent.get(where(seen)), seen);
                    } else {
                        changed.add(seen);
                    }
                }
                return found.keySet().containsAll(sent.values());
            });
        }
        writeTable(inOrder, found);
        found.forEach((bad, seen) -> assertThat(line(seen)).as(bad.what())
                .contains(seen.topic().suffix().replaceAll("s$", "")).contains(bad.reason()));
        assertThat(changed).isEmpty();
        assertThat(desk.running()).isTrue();
    }

    @Test
    @Order(2)
    void anUndecodableExecutionHaltsNewExposureUntilResume() {
        desk.run(desk.here("quote", "GOOD", "9.99", "10.01"));
        assertThat(desk.run(desk.here("intent", "GOOD", "s1", "100", "-u", "1")).code()).isZero();
        Awaitility.await().untilAsserted(() -> assertThat(show("parents"))
                .contains("GOOD").contains("HALT"));
        assertThat(show("children")).doesNotContain("GOOD");

        desk.run(desk.here("control", "resume"));
        desk.run(desk.here("quote", "GOOD", "9.99", "10.01"));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(show("positions")).containsPattern("GOOD +100"));
    }

    private static Map<String, Bad> send() throws Exception {
        Map<String, Bad> sent = new LinkedHashMap<>();
        try (Registry registry = desk.connection().registry();
                var producer = new KafkaProducer<>(desk.connection().kafka(Map.of()),
                        new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Bad bad : new BadInputs(registry, desk.connection().names()).all()) {
                String topic = desk.connection().names().of(bad.topic());
                byte[] key = bad.key() == null ? null : bad.key().getBytes(UTF_8);
                RecordMetadata at =
                        producer.send(new ProducerRecord<>(topic, key, bad.value())).get();
                sent.put(at.topic() + ", partition " + at.partition() + ", offset " + at.offset(),
                        bad);
            }
        }
        return sent;
    }

    /** Where a dead letter or reject says that its input stood: the brackets at its line's end. */
    private static String where(Seen seen) {
        return line(seen).replaceFirst(".*\\((.*)\\)$", "$1");
    }

    private static String line(Seen seen) {
        return new Lines(Ansi.OFF).of(seen);
    }

    private static void writeTable(List<Bad> inOrder, Map<Bad, Seen> found)
            throws IOException {
        StringBuilder table = new StringBuilder("| topic | input | where it ended | why |\n"
                + "|---|---|---|---|\n");
        for (Bad bad : inOrder) {
            Seen seen = found.get(bad);
            String why = line(seen).replaceFirst(".*?([A-Z_]{5,}: .*) \\(.*\\)$", "$1");
            table.append("| ").append(bad.topic().suffix()).append(" | ").append(bad.what())
                    .append(" | ").append(seen.topic().suffix()).append(" | ").append(why)
                    .append(" |\n");
        }
        Files.writeString(TABLE, table);
    }

    private static String show(String table) {
        Said said = desk.run("show", table, "--blotter", desk.blotter());
        assertThat(said.code()).as(said.text()).isZero();
        return said.text();
    }
}
