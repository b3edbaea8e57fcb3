package io.qtrader.app.replay.tables;

import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.Journal.Lines;
import io.qtrader.app.replay.JournalLine;
import io.qtrader.app.replay.PartitionMachine;
import io.qtrader.app.replay.Progress;
import io.qtrader.client.Cleanup;
import io.qtrader.client.Topic;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import io.qtrader.topology.blotter.Row;
import io.qtrader.topology.blotter.View;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The views as the Blotter would have had them at a moment. Of each, the newest rows of each
 * partition are kept and no more, so that a long journal does not fill the memory.
 */
public final class Tables {

    private final String sym;
    private final int limit;
    private final Map<View, List<Row>> rows = new EnumMap<>(View.class);
    private final List<JournalLine> last = new ArrayList<>();

    private Tables(String sym, int limit) {
        this.sym = sym;
        this.limit = limit;
        for (View view : View.values()) {
            rows.put(view, new ArrayList<>());
        }
    }

    /**
     * Replays up to a moment.
     *
     * @param sym only this symbol's rows; null for all
     * @param limit at most this many rows of each view, the newest
     */
    public static Tables at(
            Moment moment, Journal journal, String sym, int limit, Progress progress) {
        Tables tables = new Tables(sym, limit);
        for (int partition = 0; partition < journal.partitions(); partition++) {
            if (moment.reads(partition)) {
                tables.read(journal, partition, moment, progress);
            }
        }
        return tables;
    }

    private void read(Journal journal, int partition, Moment moment, Progress progress) {
        PartitionMachine machine = new PartitionMachine(journal.name());
        Map<View, Map<Object, Row>> newest = new EnumMap<>(View.class);
        JournalLine before = null;
        try (Lines lines = journal.read(partition)) {
            for (JournalLine line = lines.next(); line != null && moment.includes(line);
                    line = lines.next()) {
                for (Output output : machine.apply(line)) {
                    take(output, newest);
                }
                before = line;
                progress.one();
            }
        }
        if (before != null) {
            last.add(before);
        }
        newest.forEach((view, kept) -> rows.get(view).addAll(kept.values()));
    }

    private void take(Output output, Map<View, Map<Object, Row>> newest) {
        View view = view(output.stream());
        if (view == null) {
            return;
        }
        Map<Object, Row> kept = newest.computeIfAbsent(view, v -> new LinkedHashMap<>());
        boolean table = view.topic().cleanup() == Cleanup.COMPACT;
        Object key = table ? output.key() : new Object();
        // The map's order is that of the latest change.
        kept.remove(key);
        Row row = output.value() == null ? null : new Row(view, output.value());
        if (row != null && (sym == null || sym.equals(row.sym()))) {
            kept.put(key, row);
            if (kept.size() > limit) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    /** What is for brokers only is no view. */
    private static View view(Stream stream) {
        for (View view : View.values()) {
            if (view.topic() == Topic.valueOf(stream.name())) {
                return view;
            }
        }
        return null;
    }

    /** The rows of a view, by symbol and id. */
    public List<Row> rows(View view) {
        List<Row> all = new ArrayList<>(rows.get(view));
        all.sort(Row.BY_TIME);
        List<Row> newest = new ArrayList<>(all.subList(Math.max(0, all.size() - limit), all.size()));
        newest.sort(Row.BY_SYMBOL_AND_ID);
        return newest;
    }

    /** The last entry read of each partition that had any. */
    public List<JournalLine> last() {
        return last;
    }
}
