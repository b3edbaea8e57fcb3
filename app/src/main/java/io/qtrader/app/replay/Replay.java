package io.qtrader.app.replay;

import io.qtrader.app.replay.Journal.Lines;

/** Replays a whole journal. */
public final class Replay {

    private Replay() {
    }

    /** Replays every partition, one after the other. */
    public static Summary all(Journal journal, Progress progress) {
        Summary summary = new Summary();
        for (int partition = 0; partition < journal.partitions(); partition++) {
            PartitionMachine machine = new PartitionMachine(journal.name());
            try (Lines lines = journal.read(partition)) {
                for (JournalLine line = lines.next(); line != null; line = lines.next()) {
                    summary.take(line, machine.apply(line));
                    progress.one();
                }
            }
            summary.partition(partition, machine.state());
        }
        return summary;
    }
}
