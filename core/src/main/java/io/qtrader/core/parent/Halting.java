package io.qtrader.core.parent;

import io.qtrader.core.risk.Gate;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.Algo;

/** Time during which a HALT keeps a parent from working does not count for its schedule (P6). */
final class Halting {
    private Halting() {}

    /** Stops the schedule of a book's parent, or lets it go on, later by as long as it stood still. */
    static void pass(Step step, Book book) {
        ParentRow p = book.parent;
        // What brings the position nearer to 0 goes on under a HALT (R2).
        boolean halted = p != null && Gate.halted(step, book) != null && !Gate.reduces(book, p.buy);
        if (halted && book.haltedat == 0) {
            book.haltedat = step.clock();
        } else if (!halted && book.haltedat != 0) {
            if (p != null) {
                shift(step, p, step.clock() - Math.max(book.haltedat, p.start));
            }
            book.haltedat = 0;
        }
    }

    private static void shift(Step step, ParentRow p, long by) {
        if (by == 0 || p.algo == Algo.IMMEDIATE.ordinal()) {
            return;
        }
        p.start += by;
        p.deadline += by;
        if (p.nextslice != 0) {
            p.nextslice += by;
        }
        p.revision++;
        Records.changed(step, p);
        Records.schedule(step, p);
    }
}
