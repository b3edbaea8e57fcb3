package io.qtrader.core.execution;

import io.qtrader.core.child.ChildEvent;
import io.qtrader.core.child.Children;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.ExecutionRow;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.FillMark;
import io.qtrader.schemas.FillType;

/**
 * BUST and CORRECT: signed entries against a fill that is known, or is still to come (E3). Of several
 * corrections the newest by the broker's time stands, and a bust ends them all: so any order of
 * arrival ends in the same position.
 */
final class Corrections {
    private Corrections() {}

    static void apply(Step step, Execution e, Target target) {
        if (Known.seen(step, e, target)) {
            return;
        }
        Known.remember(step, e, target, false);
        ExecutionRow fill = Known.fill(step, e);
        if (fill != null) {
            apply(step, e, fill);
            return;
        }
        Awaiting.put(step, e);
        target.book().locked = true;
        step.breach(BreachCode.UNKNOWN_EXECID, target.subject(e).locking(), "type=" + e.getType()
                + ", execid=" + e.getExecid() + ", refexecid=" + e.getRefexecid());
    }

    /** A bust or correction whose fill is known; what was waiting for it in turn follows. */
    static void apply(Step step, Execution e, ExecutionRow fill) {
        String key = Known.key(e, e.getExecid());
        ExecutionRow own = step.state().executions.get(key);
        // It has left the state where what it names was very long in coming.
        if (own != null) {
            own.fillid = Known.fillid(step, e);
            step.state().executions.put(key, own);
        }
        correct(step, e, fill);
        revive(step, e, Target.of(step, fill));
        Awaiting.release(step, e);
    }

    /** Moves what it moves: the old quantity back, and the right one. */
    private static void correct(Step step, Execution e, ExecutionRow fill) {
        boolean bust = e.getType() == ExecutionType.BUST;
        boolean newer = newer(e, fill);
        if (fill.busted && (bust || newer)) {
            conflict(step, e, Target.of(step, fill));
            return;
        }
        if (fill.busted || !bust && !newer) {
            step.meta().repeats++;
            return;
        }
        if (newer) {
            fill.corrected = Math.max(fill.corrected, Micros.of(e.getTime()));
            fill.correctedby = e.getExecid();
        }
        fill.busted = bust;
        FillType type = bust ? FillType.BUST : FillType.CORRECT;
        Fills.move(step, e, Target.of(step, fill), fill, type, FillMark.NONE, -fill.qty, fill.price);
        if (!bust) {
            Fills.move(step, e, Target.of(step, fill), fill, type, FillMark.NONE,
                    e.getQty(), e.getPrice());
        }
    }

    /** Whether it is newer than what stands: it names that, or else by the broker's time. */
    private static boolean newer(Execution e, ExecutionRow fill) {
        if (e.getRefexecid().equals(fill.correctedby)) {
            return true;
        }
        long time = Micros.of(e.getTime());
        return time != fill.corrected ? time > fill.corrected
                : e.getExecid().compareTo(fill.correctedby) > 0;
    }

    private static void conflict(Step step, Execution e, Target target) {
        target.book().locked = true;
        step.breach(BreachCode.EXECID_CONFLICT, target.subject(e).locking(), "type=" + e.getType()
                + ", execid=" + e.getExecid() + ", refexecid=" + e.getRefexecid()
                + ", why=it is taken back already");
    }

    /**
     * E3: with leavesqty > 0 the child works again, counted in W, under its terminal parent. Whether
     * it still does may have changed since that was said, so it is doubted.
     */
    private static void revive(Step step, Execution e, Target target) {
        ChildRow c = target.child();
        if (c == null || e.getLeavesqty() == 0 || !c.done || c.filled >= c.size) {
            return;
        }
        Book book = target.book();
        c.done = false;
        c.revived = Math.max(c.revived, Micros.of(e.getTime()));
        Children.become(c, c.filled > 0 ? ChildEvent.REVIVED_SOME : ChildEvent.REVIVED_ALL);
        if (target.closed()) {
            Children.reopen(step, book, c);
        }
        Children.doubt(step, c);
        Children.settle(step, book, c);
    }
}
