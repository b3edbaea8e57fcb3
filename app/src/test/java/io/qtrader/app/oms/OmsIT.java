package io.qtrader.app.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.qtrader.app.sandbox.EmbeddedBroker;
import io.qtrader.app.sandbox.LoopbackPort;
import io.qtrader.app.sandbox.SandboxRegistry;
import io.qtrader.client.SetupException;
import io.qtrader.client.Topic;
import io.qtrader.topology.StopException;
import io.qtrader.topology.blotter.Blotter;
import io.qtrader.topology.oms.Oms;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Oms and Blotter against a real broker: what they write is what the journal determines. */
@Timeout(120)
class OmsIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir static Path directory;

    private static EmbeddedBroker broker;
    private static SandboxRegistry registry;

    private final HttpClient http = HttpClient.newHttpClient();
    private OmsSite site;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(directory.resolve("broker"), LoopbackPort.free());
        registry = SandboxRegistry.start(directory.resolve("registry"), LoopbackPort.free());
    }

    @AfterAll
    static void stopBroker() {
        registry.close();
        broker.close();
    }

    @BeforeEach
    void openSite() {
        site = new OmsSite(broker.bootstrap(), registry.url(), directory);
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    private void awaitAllWritten() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(site.differences()).isEmpty());
    }

    private String get(Blotter blotter, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + blotter.port() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }

    private void awaitTargets(Blotter blotter, long tgtpos) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            for (int p = 0; p < OmsSite.PARTITIONS; p++) {
                                assertThat(get(blotter, "/targets/" + OmsSite.symbol(p)))
                                        .contains("\"tgtpos\":" + tgtpos + ",");
                            }
                        });
    }

    private void awaitCaughtUp(Blotter blotter) {
        String line = "\"partition\":%d,\"applied\":\\{\"offset\":\\d+,\"index\":\\d+},\"lag\":0";
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            String health = get(blotter, "/health");
                            assertThat(health).contains("\"state\":\"RUNNING\"");
                            for (int p = 0; p < OmsSite.PARTITIONS; p++) {
                                assertThat(health).containsPattern(line.formatted(p));
                            }
                        });
    }

    @Test
    void writesWhatTheJournalDeterminesThroughRestarts() throws Exception {
        site.made();
        site.trade(100);
        try (Oms oms = site.startOms("a")) {
            site.trade(200);
            awaitAllWritten();
            assertThat(oms.failure()).isEmpty();
        }
        site.trade(-50);
        try (Oms oms = site.startOms("b")) {
            site.trade(0);
            awaitAllWritten();
            assertThat(oms.failure()).isEmpty();
        }
        assertThat(site.read(Topic.CHILD_ORDERS))
                .as("a clean stop repeats nothing")
                .hasSize(site.instructions());
    }

    @Test
    void writesTheSameAgainWhenATransactionIsTakenFromIt() throws Exception {
        site.made();
        try (Oms oms = site.startOms("a");
                Blotter blotter = site.startBlotter(Map.of())) {
            for (int round = 1; round <= 5; round++) {
                site.trade(100L * round);
                awaitTargets(blotter, 100L * round);
                site.fenceOms();
            }
            site.trade(700);
            awaitTargets(blotter, 700);
            awaitAllWritten();
            assertThat(oms.failure()).isEmpty();
            assertThat(blotter.failure()).isEmpty();
        }
    }

    /** Transactions as short as the time between two commits: the broker ends many of them. */
    @Test
    void outlivesTransactionsThatTheBrokerEnds() throws Exception {
        site.made();
        Map<String, String> tooShort = Map.of("producer.transaction.timeout.ms", "1000");
        try (Oms oms = site.startOms("a", tooShort)) {
            for (long tgtpos = 1; tgtpos <= 6; tgtpos++) {
                site.trade(100 * tgtpos);
                awaitAllWritten();
            }
            assertThat(oms.failure()).isEmpty();
        }
    }

    @Test
    void anotherInstanceTakesOver() throws Exception {
        site.made();
        try (Oms one = site.startOms("a");
                Oms two = site.startOms("b")) {
            site.trade(100);
            awaitAllWritten();
            one.close();
            site.trade(200);
            awaitAllWritten();
            assertThat(two.failure()).isEmpty();
        }
    }

    @Test
    void anEntryThatCannotBeDecodedStopsItAndNothingIsSkipped() throws Exception {
        site.made();
        try (Oms oms = site.startOms("a")) {
            site.trade(100);
            awaitAllWritten();
            site.appendBytes(1, new byte[] {0, 0, 0, 0, 1, 7});
            site.trade(200);

            assertThat(oms.ended().get(SOON.toSeconds(), TimeUnit.SECONDS).orElseThrow())
                    .startsWith("oms stopped: journal partition 1 offset ")
                    .contains("cannot be decoded");
            assertThat(oms.state()).isEqualTo(KafkaStreams.State.ERROR);
        }
    }

    @Test
    void theBlotterComesBackWithItsTables() throws Exception {
        site.made();
        try (Oms oms = site.startOms("a")) {
            site.trade(100);
            awaitAllWritten();
            try (Blotter blotter = site.startBlotter(Map.of())) {
                awaitTargets(blotter, 100);
            }
            site.trade(300);
            awaitAllWritten();
            try (Blotter blotter = site.startBlotter(Map.of())) {
                awaitTargets(blotter, 300);
                assertThat(get(blotter, "/parents?live=true&sym=S1"))
                        .contains("\"tgtqty\":300")
                        .contains("\"status\":\"WORKING\"");
                awaitCaughtUp(blotter);
            }
            assertThat(oms.failure()).isEmpty();
        }
    }

    @Test
    void refusesToStartWithoutAJournal() {
        assertThatThrownBy(() -> site.startOms("a"))
                .isInstanceOf(StopException.class)
                .hasMessageContaining("topics create");
        assertThatThrownBy(() -> site.startBlotter(Map.of()))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(site.names.of(Topic.JOURNAL))
                .hasMessageContaining("topics create");
    }
}
