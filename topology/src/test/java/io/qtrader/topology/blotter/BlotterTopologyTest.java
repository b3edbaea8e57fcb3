package io.qtrader.topology.blotter;

import static io.qtrader.topology.blotter.Outputs.fill;
import static io.qtrader.topology.blotter.Outputs.position;
import static io.qtrader.topology.blotter.Outputs.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.schemas.Position;
import io.qtrader.topology.StopException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlotterTopologyTest {

    @TempDir Path stateDir;

    private BlotterDriver driver;

    @BeforeEach
    void start() {
        driver = new BlotterDriver(stateDir);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private Optional<Long> positionOf(String sym) {
        return driver.tables()
                .row(View.POSITIONS, sym)
                .map(row -> ((Position) row.record()).getPosition());
    }

    private List<Object> all(View view, String field) {
        return driver.tables().rows(view, Query.ALL).rows().stream()
                .map(row -> row.get(field))
                .toList();
    }

    @Test
    void keepsTheLatestByKey() {
        driver.write(Topic.NET_POSITIONS, "AAPL", position("AAPL", 40), 7, 0);
        driver.write(Topic.NET_POSITIONS, "MSFT", position("MSFT", -5), 7, 1);
        driver.write(Topic.NET_POSITIONS, "AAPL", position("AAPL", 100), 8, 0);

        assertThat(positionOf("AAPL")).contains(100L);
        assertThat(positionOf("MSFT")).contains(-5L);
        assertThat(positionOf("IBM")).isEmpty();
    }

    @Test
    void dropsWhatTheOmsRepeatsAfterAnAbort() {
        driver.write(Topic.NET_POSITIONS, "AAPL", position("AAPL", 40), 7, 0);
        driver.write(Topic.NET_POSITIONS, "AAPL", position("AAPL", 100), 8, 0);

        driver.write(Topic.NET_POSITIONS, "AAPL", position("AAPL", 40), 7, 0);
        assertThat(positionOf("AAPL")).as("not back to what was").contains(100L);

        driver.write(Topic.NET_POSITIONS, "AAPL", position("AAPL", 100), 8, 0);
        driver.write(Topic.NET_POSITIONS, "AAPL", position("AAPL", 120), 9, 0);
        assertThat(positionOf("AAPL")).contains(120L);
        assertThat(driver.lastSeq(View.POSITIONS)).isEqualTo("j-test/9/0");
    }

    @Test
    void topicsDoNotDropForEachOther() {
        driver.write(Topic.NET_POSITIONS, "AAPL", position("AAPL", 40), 9, 5);
        driver.write(Topic.FILLS, "1", fill(1, "e1"), 9, 0);

        assertThat(all(View.FILLS, "execid")).containsExactly("e1");
    }

    @Test
    void aTombstoneTakesTheRowOut() {
        driver.write(Topic.NET_POSITIONS, "AAPL", position("AAPL", 40), 7, 0);
        driver.write(Topic.NET_POSITIONS, "AAPL", null, 8, 0);

        assertThat(positionOf("AAPL")).isEmpty();
    }

    @Test
    void keepsEveryFillOfAChild() {
        driver.write(Topic.FILLS, "1", fill(1, "e1"), 7, 0);
        driver.write(Topic.FILLS, "1", fill(1, "e2"), 8, 0);
        driver.write(Topic.FILLS, "1", fill(1, "e3"), 8, 1);

        assertThat(all(View.FILLS, "execid")).containsExactlyInAnyOrder("e1", "e2", "e3");
    }

    @Test
    void keepsTheNewestRejectsOnly() {
        int more = 5;
        for (int n = 1; n <= BlotterTopology.NEWEST + more; n++) {
            driver.write(Topic.REJECTS, Integer.toString(n), reject(n), n, 0);
        }

        assertThat(all(View.REJECTS, "rejectid"))
                .hasSize(BlotterTopology.NEWEST)
                .startsWith((long) more + 1)
                .endsWith((long) BlotterTopology.NEWEST + more);
    }

    @Test
    void outputsOfAnotherJournalStopIt() {
        RecordHeaders headers = new RecordHeaders();
        new Seq("j-other", 10, 0).addTo(headers);

        assertThatThrownBy(
                        () ->
                                driver.write(
                                        Topic.NET_POSITIONS, "AAPL", position("AAPL", 1), headers))
                .satisfies(
                        thrown ->
                                assertThat(StopException.in(thrown).orElseThrow())
                                        .hasMessageContaining("qtrader.net-positions-0 offset 0")
                                        .hasMessageContaining("j-other"));
    }

    @Test
    void aRecordThatTheOmsDidNotWriteStopsIt() {
        assertThatThrownBy(
                        () ->
                                driver.write(
                                        Topic.NET_POSITIONS,
                                        "AAPL",
                                        position("AAPL", 1),
                                        new RecordHeaders()))
                .satisfies(
                        thrown ->
                                assertThat(StopException.in(thrown).orElseThrow())
                                        .hasMessageContaining("no qtrader-seq"));
    }
}
