package io.qtrader.core.story;

import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.avro.specific.SpecificRecord;

/** Tells how all tables stand, for lines that begin with {@code now}. */
final class TableTeller {
    private final Tables tables;
    private final Teller teller;

    TableTeller(Names names, Tables tables) {
        this.tables = tables;
        this.teller = new Teller(names, tables);
    }

    List<Facts> rows() {
        List<Facts> rows = new ArrayList<>();
        tell(rows, Stream.CHILD_ORDER_STATE, tables.children);
        tell(rows, Stream.ORDERS, tables.orders);
        tell(rows, Stream.PARENT_ORDERS, tables.parents);
        tell(rows, Stream.NET_POSITIONS, tables.positions);
        tell(rows, Stream.STRATEGY_POSITIONS, tables.strategies);
        tell(rows, Stream.TARGETS, tables.targets);
        tell(rows, Stream.REQUIREMENTS, tables.requirements);
        tell(rows, Stream.EXEC_STATES, tables.schedules);
        return rows;
    }

    private void tell(List<Facts> rows, Stream stream, SortedMap<?, ? extends SpecificRecord> table) {
        table.forEach((key, row) ->
                rows.add(teller.tell(new Output(stream, key.toString(), row, 0, 0))));
    }
}
