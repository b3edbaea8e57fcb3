package io.qtrader.core.execution;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildIndex;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.Execution;

/**
 * What an execution is about.
 *
 * @param book the book of its symbol: the child's where the child is known (E8)
 * @param child the child, or null where none is known by that id
 * @param closed whether the child has left its book
 */
record Target(Book book, ChildRow child, boolean closed) {

    static Target of(Step step, Execution e) {
        ChildIndex index = step.state().children.get(e.getChildid());
        if (index == null) {
            return new Target(step.state().book(e.getSym()), null, false);
        }
        Book book = step.state().book(index.sym);
        if (index.closed) {
            return new Target(book, step.state().closedChildren.get(e.getChildid()), true);
        }
        for (ChildRow c : book.children) {
            if (c.childid == e.getChildid()) {
                return new Target(book, c, false);
            }
        }
        throw new IllegalStateException("child " + e.getChildid() + " is indexed as live in "
                + index.sym + " and not there, at journal offset " + step.offset());
    }

    Subject subject(Execution e) {
        return child != null ? Subject.of(child)
                : new Subject(book.sym, null, e.getBrokerid(), null, e.getChildid(), false);
    }
}
