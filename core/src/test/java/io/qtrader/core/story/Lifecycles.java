package io.qtrader.core.story;

import static io.qtrader.core.story.Invariants.hold;

import io.qtrader.core.state.Ids;
import io.qtrader.core.state.Output;
import io.qtrader.schemas.Breach;
import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.OrderStatus;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.ParentOrderStatus;
import io.qtrader.schemas.Reject;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Ids are given out once and in order, and statuses move only as they may (O1, O2, O4, P5). */
final class Lifecycles {
    /** What may follow a status where no fill is taken back; leaving a terminal one takes a fill. */
    private static final Map<OrderStatus, Set<OrderStatus>> NEXT = new EnumMap<>(Map.of(
            OrderStatus.NEW, EnumSet.allOf(OrderStatus.class),
            OrderStatus.PARTIAL, EnumSet.of(OrderStatus.PARTIAL, OrderStatus.FILLED, OrderStatus.CANCELLED),
            OrderStatus.FILLED, EnumSet.of(OrderStatus.FILLED),
            OrderStatus.CANCELLED, EnumSet.of(OrderStatus.CANCELLED, OrderStatus.FILLED),
            OrderStatus.REJECTED, EnumSet.of(OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.FILLED)));

    private final Tables tables;
    private final int partition;
    private final Map<String, Long> counts = new HashMap<>();

    Lifecycles(Tables tables, int partition) {
        this.tables = tables;
        this.partition = partition;
    }

    void before(Output o) {
        if (o.value() == null) {
            return;
        }
        switch (o.stream()) {
            case CHILD_ORDER_STATE -> child((ChildOrder) o.value());
            case ORDERS -> order((Order) o.value());
            case PARENT_ORDERS -> parent((ParentOrder) o.value());
            case CHILD_ORDERS -> instruction(o);
            case BREACHES -> dense("breach", ((Breach) o.value()).getBreachid());
            case REJECTS -> dense("reject", ((Reject) o.value()).getRejectid());
            default -> { }
        }
    }

    private void dense(String what, long id) {
        long expected = Ids.of(partition, counts.merge(what, 1L, Long::sum));
        hold(id == expected, what + " ids are dense", "expected " + expected, "found " + id);
    }

    private void instruction(Output o) {
        dense("counter", Ids.of(partition, o.counter()));
        ChildOrder c = (ChildOrder) o.value();
        if (c.getAction() == ChildAction.NEW) {
            dense("child sent", c.getChildid());
        }
    }

    private void child(ChildOrder c) {
        ChildOrder was = tables.children.get(c.getChildid());
        if (was == null) {
            dense("child", c.getChildid());
        } else {
            moves("child", was.getStatus(), c.getStatus(), c.getFilled() - was.getFilled(), c);
        }
        amounts(c.getStatus(), c.getFilled(), c.getSize(), c);
    }

    private void order(Order o) {
        Order was = tables.orders.get(o.getOrderid());
        if (was == null) {
            dense("order", o.getOrderid());
        } else {
            moves("order", was.getStatus(), o.getStatus(), o.getFilled() - was.getFilled(), o);
        }
        amounts(o.getStatus(), o.getFilled(), o.getSize(), o);
        boolean live = o.getStatus() == OrderStatus.NEW || o.getStatus() == OrderStatus.PARTIAL;
        hold(o.getPending() == (live ? Math.max(0, o.getSize() - o.getFilled()) : 0),
                "O1 pending = max(0, size - filled) while live", o);
    }

    private static void moves(String what, OrderStatus from, OrderStatus to, long filled, Object row) {
        boolean lateFill = from.ordinal() > OrderStatus.PARTIAL.ordinal() && to != from;
        hold(filled < 0 || NEXT.get(from).contains(to) && (!lateFill || filled > 0),
                "O2 a " + what + " goes from " + from + " to " + to, row);
    }

    private static void amounts(OrderStatus status, long filled, long size, Object row) {
        boolean fits = switch (status) {
            case NEW, REJECTED -> filled == 0;
            case PARTIAL -> filled > 0 && filled < size;
            case FILLED -> filled >= size;
            case CANCELLED -> filled < size;
        };
        hold(fits, "O4 status fits what is filled: " + status + " " + filled + "/" + size, row);
    }

    private void parent(ParentOrder p) {
        ParentOrder was = tables.parents.get(p.getParentid());
        if (was == null) {
            dense("parent", p.getParentid());
            hold(tables.parents.values().stream().noneMatch(other -> other.getSym().equals(p.getSym())
                    && other.getSide() == p.getSide() && other.getStatus() == ParentOrderStatus.WORKING),
                    "P1 one live parent a side", p);
        } else if (was.getStatus() != ParentOrderStatus.WORKING) {
            hold(p.getStatus() == was.getStatus(), "P5 terminal absorbs", was, p);
        } else if (p.getStatus() == ParentOrderStatus.DONE) {
            hold(p.getFilled() >= p.getTgtqty() && p.getTgtqty() > 0, "P5 DONE when filled >= tgtqty > 0", p);
        }
    }

    /** P5: a terminal parent has no live child, but for one that a bust brought back (E3). */
    void check() {
        for (ChildOrder c : tables.children.values()) {
            Order o = tables.orders.get(c.getOrderid());
            ParentOrder p = o == null ? null : tables.parents.get(o.getParentid());
            hold(p != null, "a child has an order, and that a parent", c);
            boolean revived = tables.fills.stream().anyMatch(
                    f -> f.getChildid() == (long) c.getChildid() && f.getQty() < 0);
            hold(revived || p.getStatus() == ParentOrderStatus.WORKING || Exposure.worst(c) == 0,
                    "P5 terminal only when no child is live", p, c);
        }
    }
}
