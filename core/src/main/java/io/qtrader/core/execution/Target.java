package io.qtrader.core.execution;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildIndex;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.ExecutionRow;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;

/**
 * What an execution is about.
 *
 * @param book the book of its symbol: the child's where the child is known (E8)
 * @param child the child, or null where none is known by that id
 * @param closed whether the child has left its book
 */
record Target(Book book, ChildRow child, boolean closed) {

    /** What an execution says that it is about; where it takes back or corrects a known fill, that. */
    static Target of(Step step, Execution e) {
        boolean reference = e.getType() == ExecutionType.BUST || e.getType() == ExecutionType.CORRECT;
        if (reference && e.getRefexecid() != null) {
            ExecutionRow fill = Known.fill(step, e);
            if (fill != null) {
                return of(step, fill);
            }
        }
        return of(step, e.getChildid(), e.getSym());
    }

    /** Where a fill has been put. */
    static Target of(Step step, ExecutionRow fill) {
        return of(step, fill.childid, fill.sym);
    }

    private static Target of(Step step, long childid, String sym) {
        ChildIndex index = step.state().children.get(childid);
        if (index == null) {
            return new Target(step.state().book(sym), null, false);
        }
        Book book = step.state().book(index.sym);
        if (index.closed) {
            return new Target(book, step.state().closedChildren.get(childid), true);
        }
        for (ChildRow c : book.children) {
            if (c.childid == childid) {
                return new Target(book, c, false);
            }
        }
        throw new IllegalStateException("child " + childid + " is indexed as live in "
                + index.sym + " and not there, at journal offset " + step.offset());
    }

    Subject subject(Execution e) {
        return child != null ? Subject.of(child)
                : new Subject(book.sym, null, e.getBrokerid(), null, e.getChildid(), false);
    }
}
