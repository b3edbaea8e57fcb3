package io.qtrader.app.replay.verify;

import io.qtrader.app.console.Table;
import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.Journal.Lines;
import io.qtrader.app.replay.JournalLine;
import io.qtrader.app.replay.PartitionMachine;
import io.qtrader.app.replay.Summary;
import io.qtrader.app.watch.Words;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.core.state.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a verification came to, in words. */
public final class Report {

    private final Journal journal;
    private final Outputs outputs;
    private final List<Tally> tallies;
    private final Map<Topic, RecordCheck> checks;
    private final Summary summary;

    Report(Journal journal, Outputs outputs, List<Tally> tallies, Map<Topic, RecordCheck> checks,
            Summary summary) {
        this.journal = journal;
        this.outputs = outputs;
        this.tallies = tallies;
        this.checks = checks;
        this.summary = summary;
    }

    /** Whether nothing differs. */
    public boolean clean() {
        return tallies.stream().allMatch(tally -> tally.first() == null);
    }

    /** All of it: the summary, a row for each topic, then the first difference of each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(summary.lines());
        Table table = new Table(Tally.HEADING);
        tallies.forEach(tally -> table.add(tally.row()));
        lines.add("");
        lines.addAll(table.lines());
        for (Tally tally : tallies) {
            if (tally.first() != null) {
                lines.add("");
                lines.addAll(difference(tally));
            }
        }
        return lines;
    }

    /** One line that says it all. */
    public String verdict() {
        long equal = tallies.stream().mapToLong(tally -> tally.equal).sum();
        List<String> different = tallies.stream().filter(tally -> tally.first() != null)
                .map(tally -> outputs.name(tally.topic())).toList();
        return different.isEmpty()
                ? "clean: all " + equal + " committed records are what the journal makes"
                : "different: " + String.join(", ", different);
    }

    private List<String> difference(Tally tally) {
        Difference d = lookedUp(tally.first());
        List<String> lines = new ArrayList<>();
        lines.add("different: " + outputs.name(d.topic()) + " partition " + d.partition()
                + (d.found() == null ? "" : " offset " + d.found().offset()));
        lines.add("  " + d.what());
        if (d.expected() != null) {
            lines.add("  entry  " + entry(d.expected().line()));
            if (d.expected().output() != null) {
                lines.add("  made   " + Words.of(d.expected().output().value()));
            }
        }
        if (d.found() != null) {
            lines.add("  found  " + Words.of(checks.get(d.topic()).decoded(d.found())));
        }
        if (tally.different() > 1) {
            lines.add("  and " + (tally.different() - 1) + " more in this topic");
        }
        return lines;
    }

    private static String entry(JournalLine line) {
        return "journal " + line.place() + " of " + line.entry().getTime() + ": "
                + Words.of(line.entry());
    }

    /** Of a record out of its place, only its seq is known: what did that entry make? */
    private Difference lookedUp(Difference d) {
        if (d.seq() == null || d.expected() != null) {
            return d;
        }
        PartitionMachine machine = new PartitionMachine(journal.name());
        try (Lines lines = journal.read(d.partition())) {
            for (JournalLine line = lines.next(); line != null; line = lines.next()) {
                List<Output> made = machine.apply(line);
                if (line.offset() == d.seq().offset()) {
                    return explained(d, line, made);
                }
            }
        }
        return d;
    }

    private Difference explained(Difference d, JournalLine line, List<Output> made) {
        int index = d.seq().index();
        Output output = index < made.size() ? made.get(index) : null;
        Seq seq = d.seq();
        if (output == null || Verification.topic(output.stream()) != d.topic()) {
            return d.with(new Expected(line, seq, null), "a record is there that the journal does"
                    + " not make: as number " + index + " its entry makes "
                    + (output == null ? "nothing" : "a record of " + Verification.topic(
                    output.stream()).suffix()));
        }
        Optional<String> fault = checks.get(d.topic()).fault(output, d.found());
        return d.with(new Expected(line, seq, output), fault
                .map(f -> "a record stands out of the journal's order, and is not what the"
                        + " journal makes: " + f)
                .orElse("a record is there twice, or out of the journal's order"));
    }
}
