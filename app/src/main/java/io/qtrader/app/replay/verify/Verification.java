package io.qtrader.app.replay.verify;

import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.Journal.Lines;
import io.qtrader.app.replay.JournalLine;
import io.qtrader.app.replay.PartitionMachine;
import io.qtrader.app.replay.Progress;
import io.qtrader.app.replay.Summary;
import io.qtrader.app.replay.verify.StreamWalk.Scope;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Replays a journal and compares what it makes with what is on the output topics. */
public final class Verification {

    private final Journal journal;
    private final Outputs outputs;
    private final boolean growing;
    private final Map<Topic, Tally> tallies = new EnumMap<>(Topic.class);
    private final Map<Topic, RecordCheck> checks = new EnumMap<>(Topic.class);
    private final Summary summary = new Summary();

    /**
     * Ready to run.
     *
     * @param growing whether the journal has grown elsewhere since, as an exported one may have:
     *     then outputs of entries behind its end are no difference
     */
    public Verification(Journal journal, Outputs outputs, boolean growing) {
        this.journal = journal;
        this.outputs = outputs;
        this.growing = growing;
        for (Topic topic : Topic.outputs()) {
            tallies.put(topic, new Tally(topic));
            checks.put(topic, new RecordCheck(topic, outputs::schema));
        }
    }

    /** Walks all partitions. */
    public Report run(Progress progress) {
        for (int partition = 0; partition < journal.partitions(); partition++) {
            walk(partition, progress);
        }
        return new Report(journal, outputs, new ArrayList<>(tallies.values()), checks, summary);
    }

    private void walk(int partition, Progress progress) {
        Scope scope = new Scope(partition, journal.journalid(), journal.end(partition),
                outputs.committed(partition), growing, journal.name());
        Map<Stream, StreamWalk> walks = new EnumMap<>(Stream.class);
        for (Stream stream : Stream.values()) {
            Topic topic = topic(stream);
            walks.put(stream, new StreamWalk(scope, tallies.get(topic), checks.get(topic),
                    outputs.read(topic, partition)));
        }
        PartitionMachine machine = new PartitionMachine(journal.name());
        try (Lines lines = journal.read(partition)) {
            for (JournalLine line = lines.next(); line != null; line = lines.next()) {
                List<Output> made = machine.apply(line);
                for (int index = 0; index < made.size(); index++) {
                    Output output = made.get(index);
                    walks.get(output.stream()).expect(new Expected(line,
                            new Seq(scope.journalid(), line.offset(), index), output));
                }
                summary.take(line, made);
                progress.one();
            }
        }
        walks.values().forEach(StreamWalk::finish);
        summary.partition(partition, machine.state());
    }

    /** The topic that an output stream is; they bear the same names. */
    static Topic topic(Stream stream) {
        return Topic.valueOf(stream.name());
    }
}
