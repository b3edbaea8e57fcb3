package io.qtrader.core.position;

import io.qtrader.core.child.OpenQuantity;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.Names;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.Bounds;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.RejectCode;
import io.qtrader.schemas.StatementType;
import io.qtrader.schemas.StrategyShare;

/** Moves the position of a symbol by statements and adjustments (S1, S2, S3). */
public final class Positions {
    private Positions() {}

    /** Takes in what the back office or a broker says. */
    public static void statement(Step step, PositionStatement s) {
        Book book = step.state().book(s.getSym());
        Subject about = Subject.of(s.getSym());
        long max = step.policy().getMaxqty();
        if (s.getTime().toEpochMilli() < 0) {
            step.reject(RejectCode.TIME_INVALID, about, "time=" + s.getTime());
        } else if (Bounds.beyond(s.getPosition(), max)) {
            step.reject(RejectCode.QTY_RANGE, about, "position=" + s.getPosition() + ", maxqty=" + max);
        } else if (s.getType() == StatementType.OPENING) {
            opening(step, book, s);
        } else {
            running(step, book, s);
        }
    }

    /** S1: sets the position, while nothing can be on its way that the statement may or may not cover. */
    private static void opening(Step step, Book book, PositionStatement s) {
        Subject about = Subject.of(s.getSym());
        if (!book.children.isEmpty()) {
            step.reject(RejectCode.CHILD_LIVE, about, "sym=" + s.getSym()
                    + ", children=" + book.children.size() + ", first=" + book.children.get(0).childid);
            return;
        }
        if (s.getLastexecid() != null && !book.lastexecid.isEmpty()
                && !s.getLastexecid().equals(book.lastexecid)) {
            step.reject(RejectCode.EXECID_NOT_LAST, about,
                    "lastexecid=" + s.getLastexecid() + ", last applied=" + book.lastexecid);
            return;
        }
        long named = 0;
        for (StrategyShare share : s.getShares()) {
            if (Bounds.beyond(share.getQty(), step.policy().getMaxqty())) {
                step.reject(RejectCode.QTY_RANGE, about,
                        "strat=" + share.getStrat() + ", qty=" + share.getQty());
                return;
            }
            if (!Names.valid(share.getStrat())) {
                step.reject(RejectCode.NAME_INVALID, about, "shares name a strategy of "
                        + share.getStrat().length() + " characters or with control characters");
                return;
            }
            named += share.getQty();
        }
        if (Bounds.beyond(named, step.policy().getMaxqty())) {
            step.reject(RejectCode.SHARES_EXCEED, about, "shares=" + named + ", position=" + s.getPosition());
            return;
        }
        book.opening += s.getPosition() - book.position;
        book.position = s.getPosition();
        shareOut(step, book, s, named);
        Records.position(step, book);
    }

    private static void shareOut(Step step, Book book, PositionStatement s, long named) {
        for (String strat : Strategies.holders(step, s.getSym())) {
            Shares.give(step, s.getSym(), strat, -step.state().strategy(s.getSym(), strat).position);
        }
        book.awaited.clear();
        for (StrategyShare share : s.getShares()) {
            Shares.give(step, s.getSym(), share.getStrat(), share.getQty());
            boolean spoken = step.state().strategy(s.getSym(), share.getStrat()).spoken;
            // N3: a book is never sold because a strategy has not spoken yet.
            if (!spoken && share.getQty() != 0 && !share.getStrat().equals(Shares.HOUSE)
                    && !book.awaited.contains(share.getStrat())) {
                book.awaited.add(share.getStrat());
            }
        }
        if (s.getPosition() != named) {
            Shares.give(step, s.getSym(), Shares.HOUSE, s.getPosition() - named);
        }
    }

    /** S2: compared only; disagreeing K times while nothing is in flight locks the symbol. */
    private static void running(Step step, Book book, PositionStatement s) {
        if (s.getPosition() == book.position) {
            book.disagreements = 0;
            return;
        }
        if (OpenQuantity.any(book)) {
            return;
        }
        book.disagreements++;
        if (book.disagreements == step.policy().getDisagreements()) {
            book.locked = true;
            step.breach(BreachCode.POSITION_DISAGREES, Subject.of(s.getSym()).locking(),
                    "sym=" + s.getSym() + ", ours=" + book.position + ", statement=" + s.getPosition()
                            + ", times=" + book.disagreements);
        }
    }

    /** S3: moves the position by an operator's word. */
    public static void adjust(Step step, String sym, long moved) {
        Book book = step.state().book(sym);
        book.adjustments += moved;
        book.position += moved;
        Shares.share(step, sym, moved);
        Records.position(step, book);
    }
}
