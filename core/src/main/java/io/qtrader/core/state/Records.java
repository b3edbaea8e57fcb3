package io.qtrader.core.state;

import io.qtrader.schemas.Algo;
import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.ExecState;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.OrderStatus;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.ParentOrderStatus;
import io.qtrader.schemas.Position;
import io.qtrader.schemas.Side;
import io.qtrader.schemas.StrategyPosition;

/** State rows as the records of the contract, put out on a step. */
public final class Records {
    private static final Algo[] ALGOS = Algo.values();
    private static final OrderStatus[] STATUSES = OrderStatus.values();
    private static final ParentOrderStatus[] PARENT_STATUSES = ParentOrderStatus.values();
    private static final Inflight[] INFLIGHTS = Inflight.values();

    /** Urgency in the state is in millionths. */
    public static final double MICRO = 1_000_000.0;

    private Records() {}

    public static Side side(boolean buy) {
        return buy ? Side.BUY : Side.SELL;
    }

    public static OrderStatus status(int ordinal) {
        return STATUSES[ordinal];
    }

    public static ParentOrderStatus parentStatus(int ordinal) {
        return PARENT_STATUSES[ordinal];
    }

    public static Inflight inflight(int ordinal) {
        return INFLIGHTS[ordinal];
    }

    public static Algo algo(int ordinal) {
        return ALGOS[ordinal];
    }

    /** Marks a parent as changed by this step and puts it and its algorithm's state out. */
    public static void changed(Step step, ParentRow p) {
        p.updated = step.now();
        String key = Long.toString(p.parentid);
        step.emit(Stream.PARENT_ORDERS, key, new ParentOrder(p.parentid, p.sym, side(p.buy),
                p.tgtqty, p.filled, ALGOS[p.algo], p.urgency / MICRO, PARENT_STATUSES[p.status],
                Micros.instant(p.created), step.shown(p.deadline), p.revision,
                Micros.instant(p.updated), p.note));
    }

    /** Puts out where a parent's algorithm stands. */
    public static void schedule(Step step, ParentRow p) {
        boolean live = p.status == ParentOrderStatus.WORKING.ordinal();
        long left = !live || p.nextslice == 0 ? 0
                : ceilDiv(p.deadline - p.nextslice, Math.max(1, p.interval));
        step.emit(Stream.EXEC_STATES, Long.toString(p.parentid), new ExecState(p.parentid, p.sym,
                ALGOS[p.algo], step.shown(p.start), step.shown(p.deadline), (int) left,
                left == 0 ? null : step.shown(p.nextslice), p.released, p.crossing, p.rejects,
                p.retryat == 0 ? null : step.shown(p.retryat), live, step.time()));
    }

    /** Marks an order as changed by this step and puts it out. */
    public static void changed(Step step, OrderRow o) {
        o.tsupdate = step.now();
        boolean live = o.status <= OrderStatus.PARTIAL.ordinal();
        // O1: pending = max(0, size - filled) while live.
        long pending = live ? Math.max(0, o.size - o.filled) : 0;
        step.emit(Stream.ORDERS, Long.toString(o.orderid), new Order(o.orderid, o.parentid, o.sym,
                side(o.buy), o.price, o.size, o.filled, pending, STATUSES[o.status],
                Micros.instant(o.tsnew), Micros.instant(o.tsupdate), o.note));
    }

    /** Marks a child as changed by this step and puts it out. */
    public static void changed(Step step, ChildRow c) {
        c.lastupdate = step.now();
        step.emit(Stream.CHILD_ORDER_STATE, Long.toString(c.childid), child(c, null));
    }

    /** A child as a record: with an action the instruction, without one the row of the table. */
    public static ChildOrder child(ChildRow c, ChildAction action) {
        boolean replacing = c.inflight == Inflight.REPLACE.ordinal()
                || c.inflight == Inflight.UNKNOWN.ordinal() && c.owed == Inflight.REPLACE.ordinal();
        boolean asNew = action == ChildAction.REPLACE;
        return new ChildOrder(c.childid, c.orderid, c.brokerid, c.venue, c.sym, side(c.buy),
                asNew ? c.newprice : c.price, asNew ? c.newsize : c.size, STATUSES[c.status],
                Micros.instant(c.sent), Micros.instant(c.lastupdate), action, c.request, c.filled,
                c.cumqty, INFLIGHTS[c.inflight], replacing ? (Long) c.newsize : null,
                replacing ? (Double) c.newprice : null, c.brokerorderid, c.note);
    }

    /** Puts out the position of a symbol. */
    public static void position(Step step, Book b) {
        step.emit(Stream.NET_POSITIONS, b.sym, new Position(step.time(), b.sym, b.position,
                b.fills, b.unattributed, b.opening, b.adjustments));
    }

    /** Puts out what a strategy wants and has. */
    public static void strategy(Step step, String sym, String strat, StrategyRow row) {
        step.emit(Stream.STRATEGY_POSITIONS, sym + "|" + strat,
                new StrategyPosition(step.time(), sym, strat, row.tgtpos, row.position));
    }

    private static long ceilDiv(long a, long b) {
        return -Math.floorDiv(-a, b);
    }
}
