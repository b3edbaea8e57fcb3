package io.qtrader.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qtrader.app.command.QtraderCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} as a process: what it says, and that it goes on where it was. */
@Timeout(180)
class UpIT {

    @TempDir
    private Path house;

    private Path data;

    @Test
    void goesOnWhereItWas() throws Exception {
        data = house.resolve("data");
        try (QtraderProcess up = up("first.log")) {
            quote();
            say("intent", "AAPL", "s1", "100", "-u", "1");
            awaitPosition(100);
            assertThat(refused("up", "--data", data.toString()))
                    .contains("another qtrader (process " + up.pid() + ")").contains("--data");
        }
        assertThat(data.resolve("endpoints")).doesNotExist();
        assertThat(refused("show", "parents", "--data", data.toString()))
                .contains("no cluster is named");
        String schemas = Files.readString(data.resolve("registry/schemas.jsonl"));

        try (QtraderProcess up = up("second.log")) {
            assertThat(up.said()).contains("goes on");
            assertThat(rows("positions").get(0).path("position").asLong()).isEqualTo(100);
            assertThat(rows("parents")).hasSize(1);
            quote();
            say("intent", "AAPL", "s1", "-50", "-u", "1");
            awaitPosition(-50);
            assertThat(rows("parents")).hasSize(2);
            assertThat(rows("rejects")).isEmpty();
            assertThat(Files.readString(data.resolve("registry/schemas.jsonl")))
                    .isEqualTo(schemas);
        }
    }

    @Test
    void refusesAPortInUseInOneLine() throws Exception {
        data = house.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            for (String flag : List.of("--port", "--registry-port", "--http-port")) {
                assertThat(refused("up", "--data", data.toString(), flag, port))
                        .contains("port " + port + " on 127.0.0.1").contains("in use")
                        .contains(flag);
            }
        }
    }

    private QtraderProcess up(String log) throws IOException {
        return QtraderProcess.start(house.resolve(log), Map.of(), "qtrader is up.",
                "up", "--data", data.toString(), "--partitions", "2");
    }

    private void quote() {
        say("quote", "AAPL", "182.49", "182.51");
    }

    private void awaitPosition(long wanted) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    // Stays fresh, as a market would.
                    quote();
                    assertThat(rows("positions")).anySatisfy(row ->
                            assertThat(row.path("position").asLong()).isEqualTo(wanted));
                });
    }

    private JsonNode rows(String table) throws IOException {
        return new ObjectMapper().readTree(say("show", table, "--json"));
    }

    private String say(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        StringWriter said = new StringWriter();
        assertThat(run(said, all)).as(said.toString()).isZero();
        return said.toString();
    }

    private static String refused(String... args) {
        StringWriter said = new StringWriter();
        assertThat(run(said, List.of(args))).as(said.toString()).isEqualTo(1);
        assertThat(said.toString().lines().toList()).hasSize(1);
        return said.toString();
    }

    private static int run(StringWriter said, List<String> args) {
        PrintWriter writer = new PrintWriter(said, true);
        return QtraderCommand.commandLine().setOut(writer).setErr(writer)
                .execute(args.toArray(String[]::new));
    }
}
