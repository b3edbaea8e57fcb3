package io.qtrader.app.replay.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.replay.MadeJournal;
import io.qtrader.app.replay.Progress;
import io.qtrader.app.watch.Lines;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Fill;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ExplanationTest {

    private static final MadeJournal JOURNAL = MadeJournal.of(21, 2, 1200);

    private static List<String> explain(String id) {
        List<String> lines = new ArrayList<>();
        Progress progress = new Progress(new PrintWriter(new StringWriter()), 1);
        new Explanation(JOURNAL, Subject.parse(id), progress)
                .tell(new Lines(Ansi.OFF), lines::add);
        return lines;
    }

    private static List<SpecificRecord> made(int partition, Stream stream) {
        List<SpecificRecord> made = new ArrayList<>();
        JOURNAL.forEachOutput(partition, (line, index, output) -> {
            if (output.stream() == stream) {
                made.add(output.value());
            }
        });
        return made;
    }

    /** A fill somewhere in the middle of partition 1. */
    private static Fill fill() {
        List<SpecificRecord> fills = made(1, Stream.FILLS).stream()
                .filter(f -> ((Fill) f).getParentid() > 0).toList();
        return (Fill) fills.get(fills.size() / 2);
    }

    @Test
    void leadsFromAChildBackToTheIntents() {
        Fill fill = fill();

        List<String> lines = explain(Long.toString(fill.getChildid()));

        assertThat(lines.get(0)).isEqualTo("child " + fill.getChildid() + " of order "
                + fill.getOrderid() + " of parent " + fill.getParentid() + ", " + fill.getSym()
                + ", journal partition 1");
        assertThat(lines.get(1)).matches("1/\\d+ +\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  intent       "
                + fill.getSym() + " +s\\d wants .*  <- intents 1/\\d+");
        String all = String.join("\n", lines);
        assertThat(all).containsSubsequence("  intent  ", "  requirement  ", "  parent  ",
                "  order  ", "  child  ", "  send  ", " NEW child " + fill.getChildid(),
                "  execution  ", "  fill  ");
        assertThat(lines).noneMatch(line -> line.contains("  send  ")
                && !line.contains(" child " + fill.getChildid()));
        assertThat(all).doesNotContain(" tick ");
    }

    @Test
    void aFillIsToldWithoutTheOthersOfItsChild() {
        Fill fill = fill();

        List<String> lines = explain("fill:" + fill.getExecid());

        assertThat(lines.get(0)).startsWith("fill " + fill.getExecid() + " of child "
                + fill.getChildid() + " of order ");
        assertThat(lines).filteredOn(line -> line.contains("  fill  ")).hasSize(1);
        assertThat(lines.subList(lines.size() - 8, lines.size())).as("it ends with the fill")
                .anyMatch(line -> line.contains("  fill  "));
        assertThat(explain(fill.getExecid())).isEqualTo(lines);
    }

    @Test
    void aParentIsToldWithAllThatServesIt() {
        long parentid = fill().getParentid();

        List<String> lines = explain("parent:" + parentid);

        List<Long> sent = new ArrayList<>();
        made(1, Stream.FILLS).stream().map(f -> (Fill) f)
                .filter(f -> f.getParentid() == parentid).forEach(f -> sent.add(f.getChildid()));
        assertThat(sent).isNotEmpty().allSatisfy(child -> assertThat(lines).anyMatch(
                line -> line.contains(" NEW child " + child + " to paper")));
        assertThat(lines).filteredOn(line -> line.contains("  fill  ")).hasSize(sent.size());
        assertThat(lines.get(1)).contains("  intent  ");
    }

    @Test
    void anOrderIsToldWithItsChild() {
        ChildOrder child = (ChildOrder) made(0, Stream.CHILD_ORDER_STATE).get(0);

        assertThat(explain("order:" + child.getOrderid())).anyMatch(
                line -> line.contains(" NEW child " + child.getChildid() + " to paper"));
    }

    @Test
    void whatTheJournalDoesNotKnowIsRefused() {
        for (String id : List.of("999999", "parent:1000000999999", "child:77000000000001", "nobody")) {
            assertThatThrownBy(() -> explain(id)).isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("knows no ").hasMessageContaining("parent:N");
        }
        assertThatThrownBy(() -> Subject.parse("order:x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no number behind order:");
    }
}
