package io.qtrader.core.risk;

import io.qtrader.core.child.OpenQuantity;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.QuoteRow;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.Route;

/** Decides how much of what a parent would send may go now. */
public final class Gate {
    /** Names of what can stand, in {@code State.halts}. */
    public static final String ALL = "all";
    public static final String FLATTEN = "flatten";

    private Gate() {}

    /** Scope of a HALT by broker. */
    public static String broker(String brokerid) {
        return "broker|" + brokerid;
    }

    /** Scope of a HALT by strategy, in one symbol or, with null, everywhere. */
    public static String strategy(String sym, String strat) {
        return "strat|" + strat + "|" + (sym == null ? "" : sym);
    }

    /**
     * A quantity that may be sent.
     *
     * @param qty how much [shares]
     * @param why the reason why it is not all, or null
     */
    public record Allowed(long qty, String why) {}

    /**
     * How much may be sent of {@code wanted} [shares] on a side at a price (R1, R2, C3). The caller
     * has the price from a quote that {@link #blind} has passed (R3).
     */
    public static Allowed allow(Step step, Book book, boolean buy, long wanted, double price) {
        Allowed exposed = expose(step, book, buy, wanted);
        if (exposed.qty() == 0) {
            return exposed;
        }
        String brokerid = brokerid(step, book);
        String full = Allotments.full(step, book.sym, brokerid);
        full = full != null ? full : Allotments.tooFast(step, book, brokerid);
        if (full != null) {
            return new Allowed(0, full);
        }
        Limits.Verdict verdict = Limits.order(step, book, brokerid, exposed.qty(), price);
        return verdict.why() == null ? exposed : new Allowed(verdict.qty(), verdict.why());
    }

    /** R2: whether a send on this side brings the position nearer to 0. */
    public static boolean reduces(Book book, boolean buy) {
        return buy ? book.position < 0 : book.position > 0;
    }

    private static Allowed expose(Step step, Book book, boolean buy, long wanted) {
        String blocked = blocked(step, book);
        if (blocked == null) {
            return new Allowed(wanted, null);
        }
        // R2, C3: what brings the position nearer to 0, and not through it, may still go.
        long room = reduces(book, buy) ? Math.abs(book.position) - OpenQuantity.worst(book, buy) : 0;
        return new Allowed(Math.max(0, Math.min(wanted, room)), blocked);
    }

    /** R3: why there is no price to send at, or null. */
    public static String blind(Step step, Book book, boolean buy) {
        QuoteRow q = book.quote;
        if (q == null || q.epoch < 0) {
            return "NO_QUOTE";
        }
        long fresh = Micros.ofMillis(step.policy().getQuotefreshms());
        if (q.epoch != step.meta().epoch || step.clock() - q.clock > fresh) {
            return "STALE_QUOTE";
        }
        return (buy ? q.ask : q.bid) > 0 ? null : "NO_" + (buy ? "ASK" : "BID");
    }

    /** R2, C3: why nothing that increases exposure may be sent, or null. */
    public static String blocked(Step step, Book book) {
        String halted = halted(step, book);
        if (halted != null) {
            return halted;
        }
        if (book.locked) {
            return "LOCKED";
        }
        return OpenQuantity.unknown(book) ? "CHILD_UNKNOWN" : null;
    }

    /** R2: whether a FLATTEN overrides a symbol's target with 0. */
    public static boolean flattened(Step step, Book book) {
        return book.flatten || step.state().halts.get(FLATTEN) != null;
    }

    /** R2: which HALT stands for a symbol, or null. */
    public static String halted(Step step, Book book) {
        if (step.state().halts.get(ALL) != null) {
            return "HALTED";
        }
        if (book.halted) {
            return "SYMBOL_HALTED";
        }
        if (step.state().halts.get(broker(brokerid(step, book))) != null) {
            return "BROKER_HALTED";
        }
        return null;
    }

    /** Where a symbol's children go: its own route, or the policy's. */
    public static Route route(Step step, Book book) {
        return book.brokerid == null ? step.policy().getRoute()
                : new Route(book.brokerid, book.venue, book.canreplace);
    }

    private static String brokerid(Step step, Book book) {
        return book.brokerid == null ? step.policy().getRoute().getBrokerid() : book.brokerid;
    }
}
