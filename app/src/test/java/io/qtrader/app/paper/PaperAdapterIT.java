package io.qtrader.app.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.qtrader.app.cluster.DataDirectory;
import io.qtrader.app.sandbox.LoopbackPort;
import io.qtrader.app.sandbox.Sandbox;
import io.qtrader.paper.adapter.PaperAdapter;
import io.qtrader.paper.adapter.PaperAdapterConfig;
import io.qtrader.paper.exchange.PaperExchange;
import io.qtrader.paper.exchange.PaperExchangeConfig;
import io.qtrader.paper.exchange.VenueSettings;
import io.qtrader.schemas.ChildAction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The paper exchange and its adapter on a real broker and registry. */
@Timeout(120)
class PaperAdapterIT {

    private static final VenueSettings SETTINGS = VenueSettings.DEFAULT
            .withLatencyMs(0, 1).withStepMs(5).withParts(0.5, 0.5, 1).withPassive(0, 0);

    @TempDir
    private static Path data;
    private static Sandbox sandbox;

    @TempDir
    private Path directory;
    private Desk desk;
    private PaperExchange exchange;
    private PaperAdapter adapter;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(new DataDirectory(data), LoopbackPort.free(), 0, "unused.");
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void start(TestInfo test) throws Exception {
        desk = new Desk(sandbox, test.getTestMethod().orElseThrow().getName() + ".");
        startExchange(0);
        adapter = PaperAdapter.start(config());
        desk.quote(182.49, 182.51);
    }

    @AfterEach
    void stop() throws Exception {
        adapter.close();
        exchange.close();
        desk.close();
    }

    private void startExchange(int port) throws IOException {
        exchange = PaperExchange.start(new PaperExchangeConfig(
                port, Optional.of(directory.resolve("exchange")), Optional.empty(), SETTINGS));
    }

    private PaperAdapterConfig config() {
        return PaperAdapterConfig.of(
                "paper", exchange.port(), directory.resolve("adapter"), desk.properties());
    }

    private void awaitSaid(String... lines) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(desk.said()).containsExactly(lines));
    }

    @Test
    void tradesWhatItIsInstructedAndNothingOfOthers() throws Exception {
        desk.instruct(ChildAction.HEARTBEAT, 0, 0, 0, 0);
        desk.instruct("other", ChildAction.NEW, 9, 0, 182.51, 100);
        desk.instruct(ChildAction.NEW, 1, 0, 182.51, 100);
        awaitSaid("NEW 1/0 0/100", "FILL 1/0 50/50", "FILL 1/0 100/0");
        desk.instruct(ChildAction.NEW, 2, 0, 182.00, 100);
        desk.instruct(ChildAction.CANCEL, 2, 1, 0, 0);
        awaitSaid("NEW 1/0 0/100", "FILL 1/0 50/50", "FILL 1/0 100/0", "NEW 2/0 0/100",
                "CANCELED 2/1 0/0");
        assertThat(adapter.isUp()).isTrue();
        assertThat(adapter.problem()).isEmpty();
    }

    @Test
    void goesOnWhereItWasAfterItsOwnRestart() throws Exception {
        desk.instruct(ChildAction.NEW, 1, 0, 182.00, 100);
        awaitSaid("NEW 1/0 0/100");
        adapter.close();
        desk.instruct(ChildAction.REPLACE, 1, 1, 182.51, 100);
        adapter = PaperAdapter.start(config());
        awaitSaid("NEW 1/0 0/100", "REPLACED 1/1 0/100", "FILL 1/1 50/50", "FILL 1/1 100/0");
    }

    @Test
    void waitsForTheExchangeAndTakesWhatItMissed() throws Exception {
        desk.instruct(ChildAction.NEW, 1, 0, 182.00, 100);
        awaitSaid("NEW 1/0 0/100");
        int port = exchange.port();
        exchange.close();
        await().atMost(Duration.ofSeconds(10)).until(() -> !adapter.isUp());
        desk.instruct(ChildAction.CANCEL, 1, 1, 0, 0);
        startExchange(port);
        awaitSaid("NEW 1/0 0/100", "CANCELED 1/1 0/0");
        assertThat(adapter.isUp()).isTrue();
    }

    @Test
    void takesNoMoreInstructionsAfterAGapAndGoesOnReporting() throws Exception {
        desk.instruct(ChildAction.NEW, 1, 0, 182.00, 100);
        awaitSaid("NEW 1/0 0/100");
        desk.skip();
        desk.instruct(ChildAction.NEW, 2, 0, 182.51, 100);
        await().atMost(Duration.ofSeconds(10)).until(() -> adapter.problem().isPresent());
        assertThat(adapter.problem().orElseThrow()).startsWith("GAP: ");
        desk.quote(181.00, 181.50);
        awaitSaid("NEW 1/0 0/100", "FILL 1/0 50/50", "FILL 1/0 100/0");
    }

    @Test
    void refusesASecondOneOnItsDirectory() {
        assertThatThrownBy(() -> PaperAdapter.start(config())).isInstanceOf(IOException.class)
                .hasMessageStartingWith("another paper adapter is running on");
    }
}
