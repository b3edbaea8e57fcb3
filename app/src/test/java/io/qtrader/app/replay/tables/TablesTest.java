package io.qtrader.app.replay.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.app.replay.JournalLine;
import io.qtrader.app.replay.MadeJournal;
import io.qtrader.app.replay.Progress;
import io.qtrader.client.Topic;
import io.qtrader.schemas.Position;
import io.qtrader.topology.blotter.Row;
import io.qtrader.topology.blotter.View;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final MadeJournal JOURNAL = MadeJournal.of(11, 2, 800);

    private static Tables at(String moment, String sym, int limit) {
        Progress progress = new Progress(new PrintWriter(new StringWriter()), 1);
        return Tables.at(moment(moment), JOURNAL, sym, limit, progress);
    }

    private static Moment moment(String text) {
        return Moment.parse(text, ZoneOffset.UTC, LocalDate.of(2026, 10, 1));
    }

    /** The latest record of each key up to an offset. */
    private static Map<String, SpecificRecord> latest(Topic topic, int partition, long upTo) {
        Map<String, SpecificRecord> latest = new HashMap<>();
        JOURNAL.forEachOutput(partition, (line, index, output) -> {
            if (line.offset() <= upTo && output.stream().name().equals(topic.name())) {
                latest.put(output.key(), output.value());
            }
        });
        return latest;
    }

    private static List<SpecificRecord> records(List<Row> rows) {
        return rows.stream().map(Row::record).toList();
    }

    @Test
    void holdTheLatestOfEachKeyAtAnOffset() {
        Tables tables = at("400", null, 1000);

        List<SpecificRecord> positions = new ArrayList<>();
        positions.addAll(latest(Topic.NET_POSITIONS, 0, 400).values());
        positions.addAll(latest(Topic.NET_POSITIONS, 1, 400).values());
        assertThat(records(tables.rows(View.POSITIONS)))
                .containsExactlyInAnyOrderElementsOf(positions);
        assertThat(tables.last()).extracting(JournalLine::place).containsExactly("0/400", "1/400");
    }

    @Test
    void holdOnePartitionWhereThePlaceNamesIt() {
        assertThat(records(at("1/250", null, 1000).rows(View.PARENTS)))
                .containsExactlyInAnyOrderElementsOf(
                        latest(Topic.PARENT_ORDERS, 1, 250).values());
    }

    @Test
    void endBeforeTheFirstEntryThatIsLater() {
        // The first entries stand at 13:30:00, and another every 40 ms.
        Tables tables = at("13:30:02", null, 1000);

        assertThat(tables.last()).hasSize(2).allSatisfy(line -> assertThat(
                line.entry().getTime().toString()).isEqualTo("2026-10-01T13:30:02Z"));
        assertThat(at("2026-10-01T13:30:02Z", null, 9).last()).isEqualTo(tables.last());
        assertThat(at("2026-10-01 13:30:02", null, 9).last()).isEqualTo(tables.last());
        assertThat(at("2026-10-01T13:29:59Z", null, 9).last()).isEmpty();
    }

    @Test
    void holdOnlyTheSymbolAskedFor() {
        List<Row> rows = at("799", "S0B", 1000).rows(View.POSITIONS);

        assertThat(rows).hasSize(1);
        assertThat(((Position) rows.get(0).record()).getSym()).isEqualTo("S0B");
        assertThat(at("799", "none", 1000).rows(View.FILLS)).isEmpty();
    }

    @Test
    void keepTheNewestRowsOnly() {
        List<Row> all = at("799", null, 100_000).rows(View.FILLS);
        List<Row> newest = new ArrayList<>(all);
        newest.sort(Row.BY_TIME);

        assertThat(all).hasSizeGreaterThan(20);
        assertThat(at("799", null, 7).rows(View.FILLS)).containsExactlyInAnyOrderElementsOf(
                newest.subList(newest.size() - 7, newest.size()));
    }

    @Test
    void whatIsNoMomentIsRefusedWithExamples() {
        for (String text : List.of("yesterday", "1/2/3", "", "25:00", "-1")) {
            assertThatThrownBy(() -> moment(text)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("neither a time, as in 09:30:00");
        }
    }
}
