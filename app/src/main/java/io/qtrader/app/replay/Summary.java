package io.qtrader.app.replay;

import io.qtrader.app.console.Table;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.State;
import io.qtrader.core.state.Stream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What a journal came to: a row for each partition. */
public final class Summary {

    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Table table = new Table(List.of("partition", "entries", "from", "to", "symbols",
            "parents", "orders", "children", "fills", "positions", "breaches", "rejects"));
    private Instant from;
    private Instant to;
    private long fills;

    /** Takes in an entry and what it made. */
    public void take(JournalLine line, List<Output> outputs) {
        to = line.entry().getTime();
        if (from == null) {
            from = to;
        }
        for (Output output : outputs) {
            if (output.stream() == Stream.FILLS) {
                fills++;
            }
        }
    }

    /** A partition is at its end: its row is made of what its machine remembers. */
    public void partition(int partition, State state) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(partition),
                Long.toString(state.applied() + 1), time(from), time(to)));
        long positions = 0;
        for (String sym : state.books.keys()) {
            Book book = state.books.get(sym);
            positions += book.position == 0 ? 0 : 1;
        }
        for (long count : new long[] {state.books.size(), state.meta().parents,
            state.meta().orders, state.meta().children, fills, positions,
            state.meta().breaches, state.meta().rejects}) {
            row.add(Long.toString(count));
        }
        table.add(row);
        from = null;
        to = null;
        fills = 0;
    }

    /** The table. */
    public List<String> lines() {
        return table.lines();
    }

    private static String time(Instant time) {
        return time == null ? "" : TIME.format(time);
    }
}
