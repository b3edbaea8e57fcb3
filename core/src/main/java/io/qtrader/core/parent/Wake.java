package io.qtrader.core.parent;

import io.qtrader.core.algo.Schedule;
import io.qtrader.core.child.Children;
import io.qtrader.core.state.At;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.TimerRow;

/** A symbol's one timer: set to the next moment at which deciding anew could decide otherwise. */
public final class Wake {
    private Wake() {}

    /** Sets the symbol's timer anew. */
    public static void arm(Step step, Book book) {
        long next = next(step, book);
        long at = next == Long.MAX_VALUE ? 0 : next;
        if (at == book.wakeat) {
            return;
        }
        disarm(step, book);
        if (at != 0) {
            step.state().timers.put(new At(at, book.sym), new TimerRow());
            book.wakeat = at;
        }
    }

    /** Takes the symbol's timer out. */
    public static void disarm(Step step, Book book) {
        if (book.wakeat != 0) {
            step.state().timers.remove(new At(book.wakeat, book.sym));
            book.wakeat = 0;
        }
    }

    private static long next(Step step, Book book) {
        long next = Long.MAX_VALUE;
        for (ChildRow c : book.children) {
            next = Math.min(next, Children.nextWait(step, c));
        }
        ParentRow p = book.parent;
        if (p != null) {
            next = book.haltedat != 0 ? next : Math.min(next, Schedule.next(step, p));
            next = book.sendafter > step.clock() ? Math.min(next, book.sendafter) : next;
            next = Math.min(next, Repricing.next(step, book, p));
            next = p.retryat > step.clock() ? Math.min(next, p.retryat) : next;
        } else if (book.restuntil > step.clock() && book.reqqty != 0) {
            next = Math.min(next, book.restuntil);
        }
        return next;
    }
}
