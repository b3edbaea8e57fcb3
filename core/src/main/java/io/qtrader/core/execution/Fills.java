package io.qtrader.core.execution;

import io.qtrader.core.child.ChildEvent;
import io.qtrader.core.child.Children;
import io.qtrader.core.child.OpenQuantity;
import io.qtrader.core.order.Orders;
import io.qtrader.core.parent.Parents;
import io.qtrader.core.position.Shares;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.ExecutionRow;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Fill;
import io.qtrader.schemas.FillMark;
import io.qtrader.schemas.FillType;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.Side;
import io.qtrader.schemas.StrategyShare;
import java.util.List;

/** Fills: child, order, parent, position, strategies, in this order (E1, E2, E4). */
final class Fills {
    private Fills() {}

    static void fill(Step step, Execution e, Target target) {
        if (Known.seen(step, e, target)) {
            return;
        }
        boolean ours = target.child() != null && e.getType() == ExecutionType.FILL;
        boolean buy = ours ? target.child().buy : e.getSide() == Side.BUY;
        FillMark mark = mark(e, target, ours);
        report(step, e, target, mark, buy);
        ExecutionRow row = Known.remember(step, e, ours ? target : new Target(target.book(), null, false), buy);
        row.fillid = e.getExecid();
        if (ours) {
            acknowledge(step, target, e);
        }
        move(step, e, target, row, FillType.FILL, mark, e.getQty(), e.getPrice());
        Awaiting.release(step, e);
    }

    private static FillMark mark(Execution e, Target target, boolean ours) {
        if (!ours) {
            return e.getType() == ExecutionType.UNSOLICITED
                    ? FillMark.UNSOLICITED : FillMark.UNKNOWN_CHILD;
        }
        if (target.child().filled + e.getQty() > target.child().size) {
            return FillMark.OVERFILL;
        }
        return target.closed() ? FillMark.LATE : FillMark.NONE;
    }

    private static void report(Step step, Execution e, Target target, FillMark mark, boolean buy) {
        String text = "childid=" + e.getChildid() + ", execid=" + e.getExecid() + ", qty=" + e.getQty();
        switch (mark) {
            case NONE -> { }
            case LATE -> step.breach(BreachCode.LATE_FILL, target.subject(e), text);
            case OVERFILL -> step.breach(BreachCode.OVERFILL, target.subject(e), text
                    + ", filled=" + target.child().filled + ", size=" + target.child().size);
            case UNKNOWN_CHILD -> step.breach(BreachCode.UNKNOWN_CHILD, target.subject(e), text);
            case UNSOLICITED -> step.breach(BreachCode.UNSOLICITED_TRADE, target.subject(e), text);
        }
        if (target.child() != null && buy != (e.getSide() == Side.BUY)
                && e.getType() == ExecutionType.FILL) {
            target.book().locked = true;
            step.breach(BreachCode.WRONG_SIDE, target.subject(e).locking(),
                    text + ", side=" + e.getSide() + ", child=" + Records.side(buy));
        }
    }

    /** E4: a fill implies the acknowledgement. */
    private static void acknowledge(Step step, Target target, Execution e) {
        ChildRow c = target.child();
        boolean owesNew = c.inflight == Inflight.NEW.ordinal()
                || c.inflight == Inflight.UNKNOWN.ordinal() && c.owed == Inflight.NEW.ordinal();
        if (owesNew && !c.done) {
            Children.answered(c);
            Parents.accepted(step, target.book(), c);
        }
        if (e.getBrokerorderid() != null) {
            c.brokerorderid = e.getBrokerorderid();
        }
    }

    /**
     * Moves everything that a signed quantity of an execution moves, and records it.
     *
     * @param qty [shares], negative where a fill is taken back
     */
    static void move(Step step, Execution e, Target target, ExecutionRow row, FillType type,
            FillMark mark, long qty, double price) {
        Book book = target.book();
        ChildRow c = row.childid == 0 ? null : target.child();
        long orderid = 0;
        long parentid = 0;
        long moved = row.buy ? qty : -qty;
        if (c != null) {
            orderid = c.orderid;
            parentid = c.parentid;
            child(step, e, target, qty);
            book.fills += moved;
        } else {
            book.unattributed += moved;
        }
        book.position += moved;
        book.lastexecid = e.getExecid();
        List<StrategyShare> shares = qty > 0
                ? Shares.share(step, book.sym, moved) : Shares.reverse(step, book.sym, stored(row));
        store(row, qty > 0 ? qty : 0, price, qty > 0 ? shares : List.of());
        step.state().executions.put(Known.key(e, fillid(step, e)), row);
        Records.position(step, book);
        Fill fill = new Fill(step.time(), e.getTime(), type, mark, e.getBrokerid(),
                e.getTradedate(), e.getExecid(), e.getRefexecid(), c == null ? 0 : c.childid, orderid,
                parentid, book.sym, Records.side(row.buy), qty, price, book.position, shares);
        step.emit(Stream.FILLS, Known.key(e, e.getExecid()) + (qty < 0 ? "/back" : ""), fill);
    }

    /** The execid of the fill that is moved: a BUST's or CORRECT's is the one it is about. */
    private static String fillid(Step step, Execution e) {
        boolean reference = e.getType() == ExecutionType.BUST || e.getType() == ExecutionType.CORRECT;
        return reference ? Known.fillid(step, e) : e.getExecid();
    }

    private static void child(Step step, Execution e, Target target, long qty) {
        ChildRow c = target.child();
        Book book = target.book();
        c.filled += qty;
        // C1: what the broker counts and we have no fill for stays counted through busts too.
        long counted = qty > 0 ? c.cumqty : c.cumqty + qty;
        long says = Micros.of(e.getTime()) < c.heard ? 0 : e.getCumqty();
        c.cumqty = Math.max(c.filled, Math.max(counted, says));
        Children.become(c, event(c, qty));
        Parents.filled(step, book, c, qty);
        if (target.closed() && OpenQuantity.worst(c) == 0) {
            Records.changed(step, c);
            step.state().closedChildren.put(c.childid, c);
            Orders.refresh(step, book, c);
            return;
        }
        if (target.closed()) {
            Children.reopen(step, book, c);
        }
        Children.settle(step, book, c);
    }

    private static ChildEvent event(ChildRow c, long qty) {
        if (qty > 0) {
            return c.filled >= c.size ? ChildEvent.FILLED_ALL : ChildEvent.FILLED_SOME;
        }
        return c.filled > 0 ? ChildEvent.BUSTED_SOME : ChildEvent.BUSTED_ALL;
    }

    private static List<StrategyShare> stored(ExecutionRow row) {
        StrategyShare[] shares = new StrategyShare[row.strats.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = new StrategyShare(row.strats.get(i), row.qtys.get(i));
        }
        return List.of(shares);
    }

    private static void store(ExecutionRow row, long qty, double price, List<StrategyShare> shares) {
        row.qty = qty;
        row.price = price;
        row.strats.clear();
        row.qtys.clear();
        for (StrategyShare share : shares) {
            row.strats.add(share.getStrat());
            row.qtys.add(share.getQty());
        }
    }
}
