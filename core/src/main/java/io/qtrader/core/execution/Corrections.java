package io.qtrader.core.execution;

import io.qtrader.core.child.ChildEvent;
import io.qtrader.core.child.Children;
import io.qtrader.core.child.Usage;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.ExecutionRow;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Waiting;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.FillMark;
import io.qtrader.schemas.FillType;

/** BUST and CORRECT: signed entries against a fill that is known, or is still to come (E3). */
final class Corrections {
    private Corrections() {}

    static void apply(Step step, Execution e, Target target) {
        if (Known.seen(step, e, target)) {
            return;
        }
        ExecutionRow own = Known.remember(step, e, target, false);
        own.known = true;
        ExecutionRow fill = step.state().executions.get(Known.key(e, e.getRefexecid()));
        if (fill == null) {
            await(step, e, target);
            return;
        }
        correct(step, e, at(step, target, fill), fill);
        revive(step, e, target);
    }

    /** Its FILL has not come: nothing moves, the symbol is locked, and it waits. */
    private static void await(Step step, Execution e, Target target) {
        boolean bust = e.getType() == ExecutionType.BUST;
        step.state().waiting.put(Known.key(e, e.getRefexecid()),
                new Waiting(e.getExecid(), bust, e.getQty(), e.getPrice()));
        target.book().locked = true;
        step.breach(BreachCode.UNKNOWN_EXECID, target.subject(e).locking(), "type=" + e.getType()
                + ", execid=" + e.getExecid() + ", refexecid=" + e.getRefexecid());
    }

    /** A FILL has come: what was waiting for it is recorded too. */
    static void afterFill(Step step, Execution e, Target target, ExecutionRow fill) {
        String key = Known.key(e, e.getExecid());
        Waiting waiting = step.state().waiting.get(key);
        if (waiting == null) {
            return;
        }
        step.state().waiting.remove(key);
        Execution late = Execution.newBuilder(e)
                .setType(waiting.bust ? ExecutionType.BUST : ExecutionType.CORRECT)
                .setExecid(waiting.execid).setRefexecid(e.getExecid())
                .setQty(waiting.qty).setPrice(waiting.price).build();
        correct(step, late, Target.of(step, e), fill);
    }

    /** The target as the fill itself had it: an unattributed fill's correction is unattributed too. */
    private static Target at(Step step, Target target, ExecutionRow fill) {
        return fill.sym.equals(target.book().sym) ? target
                : new Target(step.state().book(fill.sym), target.child(), target.closed());
    }

    private static void correct(Step step, Execution e, Target target, ExecutionRow fill) {
        FillType type = e.getType() == ExecutionType.BUST ? FillType.BUST : FillType.CORRECT;
        if (fill.qty > 0) {
            Fills.move(step, e, target, fill, type, FillMark.NONE, -fill.qty, fill.price);
        }
        if (type == FillType.CORRECT) {
            Target again = target.child() == null ? target : Target.of(step, e);
            Fills.move(step, e, again, fill, type, FillMark.NONE, e.getQty(), e.getPrice());
        }
    }

    /** E3: with leavesqty > 0 the child works again, counted in W, under its terminal parent. */
    private static void revive(Step step, Execution e, Target target) {
        ChildRow c = target.child();
        if (c == null || e.getLeavesqty() == 0 || !c.done) {
            return;
        }
        Book book = target.book();
        c.done = false;
        Children.become(c, c.filled > 0 ? ChildEvent.REVIVED_SOME : ChildEvent.REVIVED_ALL);
        if (target.closed()) {
            book.children.add(c);
            Usage.opened(step, c.sym, c.brokerid);
            step.state().closedChildren.remove(c.childid);
            step.state().index(c.childid, c.sym, false);
        }
        Children.settle(step, book, c);
    }
}
