package io.qtrader.core.child;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.schemas.Inflight;

/** W of rule C1: what may still fill. No credit is given for the other side. */
public final class OpenQuantity {
    private OpenQuantity() {}

    /**
     * The most that a child can still fill [shares]: all that is open, the larger of old and new
     * during a replace; once the broker says it is done, what it counts beyond the fills we have.
     */
    public static long worst(ChildRow c) {
        long size = c.done ? c.cumqty : Math.max(c.cumqty, c.size);
        if (!c.done && replacing(c)) {
            size = Math.max(size, c.newsize);
        }
        return Math.max(0, size - c.filled);
    }

    /** What will be open on a child once the broker has answered what is in flight as asked [shares]. */
    public static long planned(ChildRow c) {
        if (c.done || c.inflight == Inflight.CANCEL.ordinal()
                || c.inflight == Inflight.UNKNOWN.ordinal() && c.owed == Inflight.CANCEL.ordinal()) {
            return 0;
        }
        return Math.max(0, (replacing(c) ? c.newsize : c.size) - c.filled);
    }

    /** W of one side of a book [shares]. */
    public static long worst(Book book, boolean buy) {
        long sum = 0;
        for (ChildRow c : book.children) {
            if (c.buy == buy) {
                sum += worst(c);
            }
        }
        return sum;
    }

    /** Whether any child of the book is open or in flight. */
    public static boolean any(Book book) {
        return !book.children.isEmpty();
    }

    /** Whether any child's state is unknown, which locks its symbol (C3). */
    public static boolean unknown(Book book) {
        for (ChildRow c : book.children) {
            if (c.inflight == Inflight.UNKNOWN.ordinal()) {
                return true;
            }
        }
        return false;
    }

    private static boolean replacing(ChildRow c) {
        return c.inflight == Inflight.REPLACE.ordinal()
                || c.inflight == Inflight.UNKNOWN.ordinal() && c.owed == Inflight.REPLACE.ordinal();
    }
}
