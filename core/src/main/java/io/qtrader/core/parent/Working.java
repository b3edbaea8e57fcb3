package io.qtrader.core.parent;

import io.qtrader.core.algo.Lots;
import io.qtrader.core.algo.Schedule;
import io.qtrader.core.child.Children;
import io.qtrader.core.child.Instructions;
import io.qtrader.core.child.OpenQuantity;
import io.qtrader.core.risk.Gate;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.BreachCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Brings what is open at brokers in line with what the schedule has let go: by level, so that it
 * may be called after anything and does only what is still missing.
 */
final class Working {
    private Working() {}

    static void reconcile(Step step, Book book, ParentRow p) {
        boolean works = p == book.parent && !p.failing && Parents.serves(p, book.reqqty);
        Schedule.advance(step, book, p);
        long want = works ? want(book, p) : 0;
        long planned = planned(book, c -> c.parentid == p.parentid);
        String waits = null;
        if (planned > want) {
            reduce(step, book, c -> c.parentid == p.parentid, planned - want);
        } else if (works) {
            Repricing.Followed followed = Repricing.follow(step, book, p);
            waits = Sending.send(step, book, p, want, followed.cross());
            waits = waits == null ? followed.why() : waits;
        }
        waits = waits == null && book.haltedat != 0 ? Gate.halted(step, book) : waits;
        if (works && p.rejects == 0 && !Objects.equals(waits, p.note)) {
            waits(step, p, waits);
        }
    }

    /** What should be open: what the schedule has let go, and no more than is required still. */
    private static long want(Book book, ParentRow p) {
        long required = Math.abs(book.reqqty) - planned(book, c -> Orphans.is(book, c) && c.buy == p.buy);
        return Math.max(0, Math.min(p.released - p.filled, required));
    }

    /** What will be open on some of a book's children once all requests are answered as asked [shares]. */
    static long planned(Book book, Predicate<ChildRow> which) {
        long planned = 0;
        for (ChildRow c : book.children) {
            planned += which.test(c) ? OpenQuantity.planned(c) : 0;
        }
        return planned;
    }

    /** R4: what keeps a parent from being sent is on its record; a limit that does is a breach too. */
    private static void waits(Step step, ParentRow p, String waits) {
        String before = p.note;
        p.note = waits;
        Records.changed(step, p);
        if (waits != null && waits.startsWith("LIMIT_")) {
            int colon = waits.indexOf(':');
            if (before == null || !before.startsWith(waits.substring(0, colon))) {
                step.breach(BreachCode.valueOf(waits.substring(0, colon)), Subject.of(p),
                        waits.substring(colon + 2));
            }
        }
    }

    /** P3: newest first; a child whose request is outstanding is queued behind it (C1). */
    static void reduce(Step step, Book book, Predicate<ChildRow> which, long excess) {
        List<ChildRow> children = new ArrayList<>(book.children);
        long left = excess;
        for (int i = children.size() - 1; i >= 0 && left > 0; i--) {
            ChildRow c = children.get(i);
            long open = OpenQuantity.planned(c);
            if (which.test(c) && open > 0) {
                long cut = Math.min(open, left);
                cut(step, c, Lots.down(c.size - cut, Lots.lot(step, book)));
                left -= cut;
            }
        }
    }

    /** Cuts a child to a size in whole lots, where nothing hinders it. */
    private static void cut(Step step, ChildRow c, long size) {
        // Cancelling more than the excess is right where the venue cannot replace: the rest is sent anew.
        if (size <= c.filled || !c.canreplace) {
            if (Children.cancellable(step, c)) {
                Instructions.cancel(step, c);
            }
        } else if (Children.replaceable(step, c)) {
            Instructions.replace(step, c, size, c.price);
        }
    }
}
