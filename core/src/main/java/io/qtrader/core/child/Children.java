package io.qtrader.core.child;

import io.qtrader.core.order.OrderStatuses;
import io.qtrader.core.order.Orders;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.Inflight;

/** Keeps child orders: their status, what is owed on them, and their leaving of the book. */
public final class Children {
    private Children() {}

    /** Moves a child's status by the table. */
    public static void become(ChildRow c, ChildEvent event) {
        c.status = ChildTransitions.next(Records.status(c.status), event).ordinal();
    }

    /** Nothing is owed on a child any more; what a replace asked for is forgotten. */
    public static void answered(ChildRow c) {
        c.inflight = Inflight.NONE.ordinal();
        c.owed = Inflight.NONE.ordinal();
        c.newsize = 0;
        c.newprice = 0;
        c.statusasked = false;
        c.toolate = false;
    }

    /** How a child stands at the broker is not certain: it is owed an answer to that (C3). */
    public static void doubt(Step step, ChildRow c) {
        if (!owes(c)) {
            c.askedat = step.clock();
            c.statusasked = false;
        }
        c.doubted = true;
    }

    /** The broker says that nothing is open any more, and how much it counts as filled. */
    public static void done(Step step, ChildRow c, ChildEvent event, long cumqty, String note) {
        answered(c);
        c.doubted = false;
        c.explainbreached = false;
        c.done = true;
        c.doneat = step.clock();
        c.cumqty = Math.max(c.cumqty, cumqty);
        if (note != null) {
            c.note = note;
        }
        // Where the broker counts it full, the fills that are still to come will complete it.
        if (event != ChildEvent.CLOSED || c.cumqty < c.size) {
            become(c, event);
        }
    }

    /** After any change: puts the child out, lets it leave the book when it can, and tells its order. */
    public static void settle(Step step, Book book, ChildRow c) {
        if (c.filled >= c.size && !c.done && c.filled > 0) {
            done(step, c, ChildEvent.FILLED_ALL, c.filled, null);
        }
        boolean explained = c.done && OpenQuantity.worst(c) == 0;
        if (explained && !OrderStatuses.terminal(Records.status(c.status))) {
            become(c, c.filled >= c.size ? ChildEvent.FILLED_ALL : ChildEvent.CLOSED);
        }
        Records.changed(step, c);
        if (explained) {
            close(step, book, c);
        }
        Orders.refresh(step, book, c);
    }

    private static void close(Step step, Book book, ChildRow c) {
        book.children.removeIf(other -> other == c);
        Usage.closed(step, c.sym, c.brokerid);
        c.closedat = step.clock();
        ParentRow parent = step.state().closedParents.get(c.parentid);
        if (parent != null) {
            // As long as the child can be found, its parent can.
            parent.closedat = step.clock();
            step.state().closedParents.put(parent.parentid, parent);
        }
        step.state().closedChildren.put(c.childid, c);
        step.state().index(c.childid, c.sym, true);
        step.state().evictAfter(step.clock(), "c" + c.childid, step.policy());
    }

    /** Brings a closed child back into its book: it counts in W again (C1, E3). */
    public static void reopen(Step step, Book book, ChildRow c) {
        book.children.add(c);
        Usage.opened(step, c.sym, c.brokerid);
        c.doneat = step.clock();
        c.explainbreached = false;
        step.state().closedChildren.remove(c.childid);
        step.state().index(c.childid, c.sym, false);
    }

    /** C3: asks STATUS after T1 and gives up on an answer after T2; C1: reports cumqty that stays unexplained. */
    public static void overdue(Step step, Book book) {
        for (ChildRow c : book.children) {
            if (c.done) {
                unexplained(step, c);
            } else if (owes(c)) {
                overdue(step, c);
            }
        }
    }

    private static void overdue(Step step, ChildRow c) {
        long waited = step.clock() - c.askedat;
        long t1 = Micros.ofMillis(step.policy().getAcktimeoutms());
        long t2 = Micros.ofMillis(step.policy().getUnknowntimeoutms());
        if (waited >= t2) {
            Inflight owed = c.toolate || c.inflight == Inflight.NONE.ordinal()
                    ? Inflight.CANCEL : Records.inflight(c.inflight);
            if (!c.statusasked) {
                Instructions.askStatus(step, c);
            }
            c.owed = owed.ordinal();
            c.inflight = Inflight.UNKNOWN.ordinal();
            Records.changed(step, c);
            step.breach(BreachCode.UNKNOWN_CHILD_STATE, Subject.of(c).locking(),
                    "childid=" + c.childid + ", owed=" + owed + ", waitedms=" + waited / 1000);
        } else if (waited >= t1 && !c.statusasked) {
            step.breach(BreachCode.ANSWER_OVERDUE, Subject.of(c),
                    "childid=" + c.childid + ", owed=" + (c.inflight == Inflight.NONE.ordinal() ? "STATE" : Records.inflight(c.inflight))
                            + ", waitedms=" + waited / 1000 + ", limit=" + t1 / 1000);
            Instructions.askStatus(step, c);
        }
    }

    private static String owed(ChildRow c) {
        return c.toolate ? "TERMINAL" : c.inflight == Inflight.NONE.ordinal() ? "STATE"
                : Records.inflight(c.inflight).name();
    }

    private static void unexplained(Step step, ChildRow c) {
        long limit = step.policy().getExplainms();
        if (!c.explainbreached && step.clock() - c.doneat >= Micros.ofMillis(limit)) {
            c.explainbreached = true;
            step.breach(BreachCode.CUMQTY_UNEXPLAINED, Subject.of(c), "childid=" + c.childid
                    + ", cumqty=" + c.cumqty + ", filled=" + c.filled + ", explainms=" + limit);
        }
    }

    /** Whether the broker owes an answer that is still waited for. */
    private static boolean owes(ChildRow c) {
        return c.inflight != Inflight.UNKNOWN.ordinal()
                && (c.inflight != Inflight.NONE.ordinal() || c.toolate || c.doubted);
    }

    /** The next moment at which waiting for a child ends [us, active clock]; Long.MAX_VALUE for none. */
    public static long nextWait(Step step, ChildRow c) {
        if (c.done) {
            return c.explainbreached ? Long.MAX_VALUE
                    : Instructions.after(c.doneat, step.policy().getExplainms());
        }
        if (owes(c)) {
            return Instructions.after(c.askedat, c.statusasked
                    ? step.policy().getUnknowntimeoutms() : step.policy().getAcktimeoutms());
        }
        return c.holduntil > step.clock() ? c.holduntil : Long.MAX_VALUE;
    }

    /** Whether a child can be sent a CANCEL now: one outstanding request, and a NEW may be cancelled (O3). */
    public static boolean cancellable(Step step, ChildRow c) {
        boolean free = c.inflight == Inflight.NONE.ordinal() || c.inflight == Inflight.NEW.ordinal();
        return free && !c.done && !c.toolate && c.holduntil <= step.clock();
    }

    /** Whether a child can be sent a REPLACE now. */
    public static boolean replaceable(Step step, ChildRow c) {
        return c.inflight == Inflight.NONE.ordinal() && cancellable(step, c) && c.canreplace;
    }
}
