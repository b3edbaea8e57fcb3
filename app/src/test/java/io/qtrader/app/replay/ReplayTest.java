package io.qtrader.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.app.CommandFailure;
import io.qtrader.core.state.Stream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private final StringWriter said = new StringWriter();
    private final MadeJournal journal = MadeJournal.of(1, 2, 3000);

    @Test
    void sumsUpEachPartition() {
        Progress progress = new Progress(new PrintWriter(said, true), journal.entries());

        Summary summary = Replay.all(journal, progress);

        assertThat(summary.lines()).hasSize(3);
        assertThat(summary.lines().get(0)).startsWith("partition  entries  from");
        List<String> cells = List.of(summary.lines().get(2).trim().split(" {2,}"));
        assertThat(cells.subList(0, 2)).containsExactly("1", "3000");
        assertThat(cells.get(4)).isEqualTo("3");
        assertThat(cells.get(8)).isEqualTo(Long.toString(journal.outputs(1).stream()
                .filter(made -> made.output().stream() == Stream.FILLS).count()));
        assertThat(Long.parseLong(cells.get(5))).isGreaterThan(10);
        assertThat(progress.end()).matches("6,000 entries in [\\d.]+ s: [\\d,]+ entries/s");
    }

    @Test
    void namesTheEntryThatCannotBeApplied() {
        List<JournalLine> lines = journal.lines(0);
        PartitionMachine machine = new PartitionMachine(journal.name());
        machine.apply(lines.get(0));

        assertThatThrownBy(() -> machine.apply(lines.get(2)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("made journal partition 0 offset 2 cannot be applied (");
    }
}
