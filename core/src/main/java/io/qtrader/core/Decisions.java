package io.qtrader.core;

import io.qtrader.core.child.Children;
import io.qtrader.core.net.Requirements;
import io.qtrader.core.parent.Parents;
import io.qtrader.core.parent.Wake;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.Step;

/** Decides anew for a symbol: net, then parent, algo, order, risk, child. */
final class Decisions {
    private Decisions() {}

    /** By level, not by increment: calling it twice decides once. */
    static void evaluate(Step step, String sym) {
        Book book = step.state().book(sym);
        Children.overdue(step, book);
        Requirements.update(step, book);
        Parents.decide(step, book);
        Wake.arm(step, book);
        step.state().books.put(sym, book);
    }
}
