package io.qtrader.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.app.TestDesk.Said;
import io.qtrader.app.cluster.InputPublisher;
import io.qtrader.app.demo.SeedExample;
import io.qtrader.app.watch.Lines;
import io.qtrader.app.watch.TopicFollower;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** The seed's example on a real broker, through real topics and the registry's HTTP protocol. */
@Timeout(120)
@TestMethodOrder(OrderAnnotation.class)
class SeedExampleIT {

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
    void twoIntentsBecomeAPosition() {
        StringWriter told = new StringWriter();
        String end;
        try (InputPublisher publisher = new InputPublisher(desk.connection());
                TopicFollower follower = new TopicFollower(
                        desk.connection(), SeedExample.FOLLOWED, false)) {
            end = new SeedExample(publisher, follower, new Lines(Ansi.OFF),
                    new PrintWriter(told, true)).play();
        }

        assertThat(end).isEqualTo("AAPL position 300, requirement 0, parent DONE 300/300");
        assertThat(told.toString().replaceAll("\\d{13}", "ID")).containsSubsequence(
                "intent", "strat1 wants +100, urgency 0.30",
                "target", "AggTarget +100",
                "requirement", "Req +100 = target 100 - position 0",
                "parent", "WORKING BUY 0/100, twap",
                "intent", "strat2 wants +200, urgency 0.80",
                "target", "AggTarget +300, urgency 0.63, of 2 strategies",
                "requirement", "Req +300 = target 300 - position 0",
                "parent", "WORKING BUY 0/300, twap",
                "order", "NEW BUY 0/",
                "child", "NEW BUY 0/",
                "fill", "child", "order", "parent", "position", "requirement",
                "parent", "DONE BUY 300/300",
                "position", "position 300",
                "requirement", "Req 0 = target 300 - position 300");
        assertThat(told.toString()).doesNotContain("breach", "reject", "dead-letters");
    }

    @Test
    @Order(2)
    void theBlotterShowsHowThingsStand() {
        Awaitility.await().untilAsserted(() -> assertThat(show("positions").text())
                .containsPattern("AAPL +300 +300 +0 +0 +0"));
        assertThat(show("parents").text()).contains("AAPL", "TWAP", "DONE");
        assertThat(show("requirements").text()).containsPattern("AAPL +0 +0 +300 +300");
        assertThat(show("strategy-positions").text())
                .containsPattern("AAPL +strat1 +100 +100").containsPattern("strat2 +200 +200");
        assertThat(show("children").text()).contains("paper", "PAPER", "FILLED");
        assertThat(show("orders", "--live").text().strip()).isEqualTo("no orders");
        assertThat(show("fills", "--json").text()).startsWith("[").contains("\"execid\"");
    }

    @Test
    @Order(3)
    void theTopicsAreAsTheyMustBe() {
        Said said = desk.run(desk.here("topics", "check", "--dev", "--partitions", "2"));

        assertThat(said.text()).contains("are as they must be");
        assertThat(said.code()).isZero();
    }

    @Test
    @Order(4)
    void aFillByHandIsNoticed() {
        String child = desk.run("show", "children", "--json", "--blotter", desk.blotter()).text()
                .replaceFirst("(?s).*?\"childid\" : (\\d+).*", "$1");

        Said said = desk.run(desk.here("fill", child, "5", "--price", "182.5", "--sym", "AAPL",
                "--side", "BUY", "--broker", "paper", "--cumqty", "5", "--leavesqty", "0"));

        assertThat(said.code()).as(said.text()).isZero();
        // Beyond the child's size: it moves the position, is marked, and what it is too much is sold.
        Awaitility.await().untilAsserted(() -> {
            assertThat(show("breaches").text()).contains("OVERFILL: childid=" + child);
            assertThat(show("parents").text()).containsPattern("AAPL +SELL +5 +5 .*DONE");
            assertThat(show("positions").text()).containsPattern("AAPL +300 +300");
        });
        assertThat(desk.running()).isTrue();
    }

    private static Said show(String table, String... more) {
        List<String> args = new ArrayList<>(
                List.of("show", table, "--blotter", desk.blotter()));
        args.addAll(List.of(more));
        Said said = desk.run(args.toArray(String[]::new));
        assertThat(said.code()).as(said.text()).isZero();
        return said;
    }
}
