package io.qtrader.app.replay.explain;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.Journal.Lines;
import io.qtrader.app.replay.JournalLine;
import io.qtrader.app.replay.PartitionMachine;
import io.qtrader.app.replay.Progress;
import io.qtrader.core.state.Ids;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import java.util.List;
import java.util.function.Consumer;

/** Explains one child, fill, order or parent. */
public final class Explanation {

    private interface Step {
        void take(JournalLine line, List<Output> outputs, boolean counted);
    }

    private final Journal journal;
    private final Subject subject;
    private final Progress progress;

    /** Reads nothing yet. */
    public Explanation(Journal journal, Subject subject, Progress progress) {
        this.journal = journal;
        this.subject = subject;
        this.progress = progress;
    }

    /**
     * Tells it.
     *
     * @param lines makes lines of records
     * @throws CommandFailure where the journal has no such thing
     */
    public void tell(io.qtrader.app.watch.Lines lines, Consumer<String> out) {
        for (int partition = first(); partition <= last(); partition++) {
            Lineage lineage = new Lineage(subject);
            read(partition, journal.end(partition) - 1,
                    (line, outputs, counted) -> lineage.take(line.offset(), outputs));
            if (lineage.known()) {
                out.accept(lineage.describe() + ", journal partition " + partition);
                read(partition, lineage.last(),
                        new Telling(lineage, journal.journalid(), lines, out)::take);
                return;
            }
        }
        throw new CommandFailure("the journal " + journal.name() + " knows no " + subject,
                "ids are parent:N, order:N, child:N and fill:EXECID; a number alone is a child's");
    }

    /** An id carries its partition, an execid does not. */
    private int first() {
        return subject.kind() == Subject.Kind.FILL ? 0 : (int) Math.min(journal.partitions(),
                Ids.partitionOf(Long.parseLong(subject.id())));
    }

    private int last() {
        return subject.kind() == Subject.Kind.FILL ? journal.partitions() - 1
                : Math.min(first(), journal.partitions() - 1);
    }

    private void read(int partition, long upTo, Step step) {
        PartitionMachine machine = new PartitionMachine(journal.name());
        try (Lines lines = journal.read(partition)) {
            for (JournalLine line = lines.next(); line != null && line.offset() <= upTo;
                    line = lines.next()) {
                long repeats = machine.state().meta().repeats;
                List<Output> outputs = machine.apply(line);
                boolean refused = outputs.stream().anyMatch(o -> o.stream() == Stream.REJECTS);
                step.take(line, outputs, !refused && machine.state().meta().repeats == repeats);
                progress.one();
            }
        }
    }
}
