package io.qtrader.core.sim;

import io.qtrader.core.child.ChildEvent;
import io.qtrader.core.child.ChildTransitions;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.OrderStatus;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statuses of orders and children move by the table only, a few events an entry at the most. */
final class Statuses {
    /** A fill, what was waiting for it, and the revival that this brings. */
    private static final int EVENTS = 3;

    private final Map<String, OrderStatus> last = new HashMap<>();

    void take(List<Output> outputs) {
        for (Output o : outputs) {
            if (o.stream() == Stream.CHILD_ORDER_STATE) {
                move("child " + o.key(), ((ChildOrder) o.value()).getStatus());
            } else if (o.value() instanceof Order order) {
                move("order " + o.key(), order.getStatus());
                Wrong.differ("O1 pending of order " + o.key(), order.getPending(), pending(order));
            }
        }
    }

    private static long pending(Order o) {
        return switch (o.getStatus()) {
            case NEW, PARTIAL -> Math.max(0, o.getSize() - o.getFilled());
            case FILLED, CANCELLED, REJECTED -> 0;
        };
    }

    private void move(String what, OrderStatus status) {
        OrderStatus before = last.put(what, status);
        Set<OrderStatus> allowed = before == null ? EnumSet.of(OrderStatus.NEW) : reachable(before);
        Wrong.unless(allowed.contains(status), "O2 status of " + what, before, "->", status);
    }

    private static Set<OrderStatus> reachable(OrderStatus from) {
        Set<OrderStatus> reached = EnumSet.of(from);
        for (int i = 0; i < EVENTS; i++) {
            for (OrderStatus s : EnumSet.copyOf(reached)) {
                for (ChildEvent e : ChildEvent.values()) {
                    reached.add(ChildTransitions.next(s, e));
                }
            }
        }
        return reached;
    }
}
