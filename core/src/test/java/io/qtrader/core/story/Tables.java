package io.qtrader.core.story;

import io.qtrader.core.state.Output;
import io.qtrader.schemas.AggTarget;
import io.qtrader.schemas.Breach;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.ExecState;
import io.qtrader.schemas.Fill;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.Position;
import io.qtrader.schemas.Reject;
import io.qtrader.schemas.Requirement;
import io.qtrader.schemas.StrategyPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** All that has come out: the newest row of every table, and the logs. */
final class Tables {
    final SortedMap<String, AggTarget> targets = new TreeMap<>();
    final SortedMap<String, Requirement> requirements = new TreeMap<>();
    final SortedMap<String, Position> positions = new TreeMap<>();
    final SortedMap<String, StrategyPosition> strategies = new TreeMap<>();
    final SortedMap<Long, ParentOrder> parents = new TreeMap<>();
    final SortedMap<Long, ExecState> schedules = new TreeMap<>();
    final SortedMap<Long, Order> orders = new TreeMap<>();
    final SortedMap<Long, ChildOrder> children = new TreeMap<>();
    final List<Fill> fills = new ArrayList<>();
    final List<Breach> breaches = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();
    final List<ChildOrder> instructions = new ArrayList<>();

    void take(Output o) {
        SpecificRecord v = o.value();
        switch (o.stream()) {
            case TARGETS -> row(targets, o.key(), (AggTarget) v);
            case REQUIREMENTS -> row(requirements, o.key(), (Requirement) v);
            case NET_POSITIONS -> row(positions, o.key(), (Position) v);
            case STRATEGY_POSITIONS -> row(strategies, o.key(), (StrategyPosition) v);
            case PARENT_ORDERS -> row(parents, Long.valueOf(o.key()), (ParentOrder) v);
            case EXEC_STATES -> row(schedules, Long.valueOf(o.key()), (ExecState) v);
            case ORDERS -> row(orders, Long.valueOf(o.key()), (Order) v);
            case CHILD_ORDER_STATE -> row(children, Long.valueOf(o.key()), (ChildOrder) v);
            case CHILD_ORDERS -> instructions.add((ChildOrder) v);
            case FILLS -> fills.add((Fill) v);
            case BREACHES -> breaches.add((Breach) v);
            case REJECTS -> rejects.add((Reject) v);
        }
    }

    private static <K, V> void row(SortedMap<K, V> table, K key, V value) {
        if (value == null) {
            table.remove(key);
        } else {
            table.put(key, value);
        }
    }

    /** A symbol's position; 0 before anything moved it. */
    long position(String sym) {
        Position row = positions.get(sym);
        return row == null ? 0 : row.getPosition();
    }
}
