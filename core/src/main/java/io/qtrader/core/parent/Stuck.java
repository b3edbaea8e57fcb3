package io.qtrader.core.parent;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.Inflight;

/**
 * A parent whose remaining children are all unknown must not keep the position from being reduced
 * (P1's second parent, C3): it is put aside, wants nothing any more, and ends when its children do.
 */
final class Stuck {
    private Stuck() {}

    static void decide(Step step, Book book) {
        ParentRow p = book.parent;
        if (book.stuck == null && p != null && reducing(book, p) && allUnknown(book, p)) {
            book.stuck = p;
            book.parent = null;
        } else if (p == null) {
            returns(book);
        }
        if (book.stuck != null) {
            Working.reconcile(step, book, book.stuck);
            Parents.end(step, book, book.stuck);
        }
    }

    /** P4: where the requirement is back on its side it goes on with the same parent. Whether it is. */
    static boolean returns(Book book) {
        if (book.stuck == null || !Parents.serves(book.stuck, book.reqqty)) {
            return false;
        }
        book.parent = book.stuck;
        book.stuck = null;
        return true;
    }

    /** Whether what is required is on the other side and brings the position nearer to 0. */
    private static boolean reducing(Book book, ParentRow p) {
        return p.buy ? book.reqqty < 0 && book.position > 0 : book.reqqty > 0 && book.position < 0;
    }

    private static boolean allUnknown(Book book, ParentRow p) {
        boolean any = false;
        for (ChildRow c : book.children) {
            if (c.parentid == p.parentid) {
                if (c.inflight != Inflight.UNKNOWN.ordinal()) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }
}
