package io.qtrader.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.app.cluster.Connection;
import io.qtrader.app.cluster.DataDirectory;
import io.qtrader.app.command.QtraderCommand;
import io.qtrader.app.sandbox.LoopbackPort;
import io.qtrader.app.sandbox.Sandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands against a cluster that is not as it must be; each test has a prefix of its own. */
@Timeout(60)
class ClusterCommandsIT {

    @TempDir
    private static Path data;

    private static Sandbox sandbox;
    private static Connection connection;

    private record Said(int code, List<String> lines) {
    }

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(new DataDirectory(data), LoopbackPort.free(), 0, "any.");
        connection = sandbox.connection("any.");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void createsTopicsOnce() {
        Said first = run("topics create --dev --prefix once.");
        assertThat(first.lines()).hasSize(21).anyMatch(l -> l.equals("created once.journal"));
        assertThat(first.lines().get(20)).matches("journal \\S+ begun: 8 entries in 4 partitions");
        assertThat(first.code()).isZero();

        Said second = run("topics create --dev --prefix once.");
        assertThat(second.lines()).hasSize(1).first().asString().contains("was there; nothing");
        assertThat(second.code()).isZero();

        assertThat(run("topics check --dev --prefix once.").lines())
                .containsExactly("20 topics on " + connection.bootstrap()
                        + " are as they must be");
        assertThat(run("topics adopt --prefix once.").lines())
                .containsExactly("nothing to adopt: every input topic is the one that was adopted");
    }

    @Test
    void saysWhatIsWrongWithEachTopic() throws Exception {
        done("topics create --dev --prefix wrong. --partitions 2");
        try (Admin admin = connection.admin()) {
            admin.createPartitions(Map.of("wrong.fills", NewPartitions.increaseTo(3))).all().get();
            admin.deleteTopics(List.of("wrong.quotes")).all().get();
        }

        // The broker hears of it a moment later.
        Awaitility.await().untilAsserted(() -> {
            Said said = run("topics check --dev --prefix wrong. --partitions 2");
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.lines()).hasSize(2)
                    .anyMatch(l -> l.startsWith("wrong: wrong.quotes: topic is missing"))
                    .anyMatch(l -> l.startsWith(
                            "wrong: wrong.fills: number of partitions is 3, must be 2"));
        });
        assertThat(run("run --dev --prefix wrong.").lines()).hasSize(1).first().asString()
                .startsWith("qtrader: ");
    }

    @Test
    void refusesAJournalOfOtherPartitions() {
        done("topics create --dev --prefix other. --partitions 2");

        Said said = run("topics create --dev --prefix other. --partitions 3");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines()).hasSize(1).first().asString()
                .contains("other.journal has 2 partitions").contains("never change");
    }

    @Test
    void refusesAClusterWithoutCopiesUnlessItIsForDevelopment() {
        Said said = run("topics create --prefix prod.");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines()).hasSize(1).first().asString().contains("--dev");
    }

    @Test
    void adoptsATopicThatWasMadeAnew() throws Exception {
        done("topics create --dev --prefix anew.");
        try (Admin admin = connection.admin()) {
            Uuid before = id(admin, "anew.intents");
            admin.deleteTopics(List.of("anew.intents")).all().get();
            admin.createTopics(List.of(new NewTopic("anew.intents", 4, (short) 1))).all().get();
            Awaitility.await().ignoreExceptions()
                    .until(() -> !id(admin, "anew.intents").equals(before));
        }

        assertThat(run("run --dev --prefix anew.").code()).isEqualTo(1);
        assertThat(run("topics adopt --prefix anew.").lines()).hasSize(1).first().asString()
                .startsWith("adopted anew.intents with id ").contains(" instead of ");
        assertThat(run("topics adopt --prefix anew.").lines()).first().asString()
                .startsWith("nothing to adopt");
    }

    @Test
    void saysThatTopicsOrRegistryAreNotThere() {
        assertThat(run("intent A s 1 --prefix none.").lines()).hasSize(1).first().asString()
                .contains("none.intents").contains("topics");
        assertThat(run("watch --prefix none.").lines()).hasSize(1).first().asString()
                .contains("none.intents").contains("topics create");
        assertThat(run("run --dev --prefix none.").lines()).hasSize(1).first().asString()
                .contains("none.").contains("topics");
        done("topics create --dev --prefix noreg.");
        for (String command : List.of("intent A s 1", "topics create --dev", "run --dev")) {
            Said said = run(command + " --prefix noreg. --registry http://127.0.0.1:1");
            assertThat(said.code()).as(command).isEqualTo(1);
            assertThat(said.lines()).as(command).hasSize(1).first().asString()
                    .contains("http://127.0.0.1:1").contains("registry");
        }
    }

    @Test
    void runsAgainstAClusterThatIsThere() throws Exception {
        done("topics create --dev --prefix run. --partitions 2");
        Path config = Files.writeString(data.resolve("run.properties"), """
                bootstrap.servers=%s
                schema.registry.url=%s
                qtrader.prefix=run.
                qtrader.partitions=2
                oms.num.standby.replicas=1
                """.formatted(connection.bootstrap(), sandbox.registryUrl()));

        try (QtraderProcess run = QtraderProcess.start(data.resolve("run.log"),
                Map.of(DataDirectory.VARIABLE, data.resolve("house").toString()), "running; ",
                "run", "--dev", "--config", config.toString())) {
            String blotter = run.said().replaceFirst("(?s).*Blotter at (\\S+).*", "$1");
            assertThat(run("intent AAPL s1 100 --prefix run.").code()).isZero();
            Awaitility.await().untilAsserted(() ->
                    assertThat(run("show requirements --blotter " + blotter).lines())
                            .anyMatch(line -> line.matches("AAPL +100 +100 .*")));
        }
    }

    @Test
    void aPolicyThatIsNotSoundCreatesNothing() throws Exception {
        Path policy = Files.writeString(data.resolve("p.yaml"), "rulesversion: 1\n");

        Said said = run("topics create --dev --prefix unsound. --policy " + policy);

        assertThat(said.lines()).containsExactly("qtrader: " + policy + ": algos is missing:"
                + " Urgency -> algorithm and horizon, ascending in maxurgency, the last at 1.");
        assertThat(run("topics check --dev --prefix unsound.").lines()).hasSize(20)
                .allMatch(line -> line.contains("topic is missing"));
    }

    private static Uuid id(Admin admin, String topic) throws Exception {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).topicId();
    }

    private static void done(String line) {
        Said said = run(line);
        assertThat(said.code()).as(said.lines().toString()).isZero();
    }

    private static Said run(String line) {
        List<String> args = new ArrayList<>(List.of(line.split(" ")));
        args.addAll(List.of("--bootstrap", connection.bootstrap()));
        if (!args.contains("--registry")) {
            args.addAll(List.of("--registry", sandbox.registryUrl()));
        }
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int code = QtraderCommand.commandLine().setOut(writer).setErr(writer)
                .execute(args.toArray(String[]::new));
        return new Said(code, said.toString().lines().toList());
    }
}
