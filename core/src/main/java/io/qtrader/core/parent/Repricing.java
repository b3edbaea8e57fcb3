package io.qtrader.core.parent;

import io.qtrader.core.algo.Prices;
import io.qtrader.core.child.Children;
import io.qtrader.core.child.Instructions;
import io.qtrader.core.child.OpenQuantity;
import io.qtrader.core.risk.Allotments;
import io.qtrader.core.risk.Gate;
import io.qtrader.core.risk.Limits;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets children that should cross the spread follow the far side (P6). A child that rests by design
 * has no {@code pricedat}; it gets one when it is first made to cross.
 */
final class Repricing {
    private Repricing() {}

    /**
     * What repricing leaves.
     *
     * @param cross how much should cross beside the children there are [shares]
     * @param why which limit kept a child from following, or null
     */
    record Followed(long cross, String why) {}

    /**
     * Reprices a parent's children: those that cross already, then the oldest of those that rest, as
     * far as the schedule wants.
     */
    static Followed follow(Step step, Book book, ParentRow p) {
        List<ChildRow> children = new ArrayList<>(book.children);
        children.removeIf(c -> c.parentid != p.parentid);
        long cross = p.crossing - p.filled;
        String why = null;
        for (ChildRow c : children) {
            if (c.pricedat != 0) {
                cross -= OpenQuantity.worst(c);
                why = reprice(step, book, c, why);
            }
        }
        for (ChildRow c : children) {
            if (c.pricedat == 0 && cross > 0) {
                cross -= OpenQuantity.worst(c);
                why = reprice(step, book, c, why);
            }
        }
        return new Followed(cross, why);
    }

    /** Lets a child follow the market. Returns which limit kept it from that, else what was said before. */
    private static String reprice(Step step, Book book, ChildRow c, String before) {
        if (!room(step, book, c.buy) || Gate.blind(step, book, c.buy) != null || OpenQuantity.planned(c) == 0
                || step.clock() < followsAt(step, c)) {
            return before;
        }
        double tick = Prices.tick(step, book);
        if (Prices.marketable(c.buy, c.price, book.quote, tick)) {
            return before;
        }
        String collared = Limits.collar(step, book, c.brokerid, Prices.crossing(c.buy, book.quote, tick));
        if (collared != null) {
            return collared;
        }
        if (Children.replaceable(step, c)) {
            if (Allotments.tooFast(step, book, c.brokerid) == null) {
                c.pricedat = step.clock();
                Instructions.replace(step, c, c.size, Prices.crossing(c.buy, book.quote, tick));
            }
        } else if (!c.canreplace && Children.cancellable(step, c)) {
            c.pricedat = step.clock();
            Instructions.cancel(step, c);
        }
        return before;
    }

    /**
     * C1: another price at the market is a send too. While what is being cancelled could still fill
     * beyond the target, or beyond 0 where only reducing is allowed (R2), it waits.
     */
    private static boolean room(Step step, Book book, boolean buy) {
        boolean blocked = Gate.blocked(step, book) != null;
        long reducing = Gate.reduces(book, buy) ? Math.abs(book.position) : 0;
        long room = Math.min(Math.abs(book.reqqty), blocked ? reducing : Long.MAX_VALUE);
        return OpenQuantity.worst(book, buy) <= room;
    }

    /** When a child may take another price [us, active clock]. */
    private static long followsAt(Step step, ChildRow c) {
        return c.pricedat == 0 ? 0 : c.pricedat + Micros.ofMillis(step.policy().getRepricems());
    }

    /** The next moment at which a child that should cross may be repriced; Long.MAX_VALUE for none. */
    static long next(Step step, Book book, ParentRow p) {
        long next = Long.MAX_VALUE;
        if (p.crossing > p.filled) {
            for (ChildRow c : book.children) {
                long at = followsAt(step, c);
                if (c.parentid == p.parentid && at > step.clock()) {
                    next = Math.min(next, at);
                }
            }
        }
        return next;
    }
}
