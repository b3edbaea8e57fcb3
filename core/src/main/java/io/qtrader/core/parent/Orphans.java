package io.qtrader.core.parent;

import io.qtrader.core.child.OpenQuantity;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.Inflight;

/**
 * Children that a bust has brought back under a parent that is terminal (E3). They may go on filling
 * what is required, and are cancelled as far as it is not (C1, P4).
 */
final class Orphans {
    private Orphans() {}

    /** Whether a child's parent is not alive. */
    static boolean is(Book book, ChildRow c) {
        return !owned(book.parent, c) && !owned(book.stuck, c);
    }

    private static boolean owned(ParentRow p, ChildRow c) {
        return p != null && p.parentid == c.parentid;
    }

    /** Cancels what the requirement does not want of them. */
    static void reduce(Step step, Book book) {
        reduce(step, book, true, Math.max(0, book.reqqty));
        reduce(step, book, false, Math.max(0, -book.reqqty));
    }

    private static void reduce(Step step, Book book, boolean buy, long wanted) {
        long excess = Working.planned(book, c -> is(book, c) && c.buy == buy) - wanted;
        if (excess > 0) {
            Working.reduce(step, book, c -> is(book, c) && c.buy == buy, excess);
        }
    }

    /** P4: whether anything may still fill on the other side, but for what is unknown there (C3). */
    static boolean otherSide(Book book, boolean buy) {
        for (ChildRow c : book.children) {
            boolean unknown = owned(book.stuck, c) && c.inflight == Inflight.UNKNOWN.ordinal();
            if (c.buy != buy && OpenQuantity.worst(c) > 0 && !unknown) {
                return true;
            }
        }
        return false;
    }
}
