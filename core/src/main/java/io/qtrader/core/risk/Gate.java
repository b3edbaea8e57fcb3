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

    private Gate() {}

    /** Scope of a HALT by broker. */
    public static String broker(String brokerid) {
        return "broker|" + brokerid;
    }

    /**
     * A quantity that may be sent.
     *
     * @param qty how much [shares]
     * @param why the reason why it is not all, or null
     */
    public record Allowed(long qty, String why) {}

    /** How much may be sent of {@code wanted} [shares] on a side. */
    public static Allowed allow(Step step, Book book, boolean buy, long wanted) {
        String blind = blind(step, book, buy);
        if (blind != null) {
            return new Allowed(0, blind);
        }
        String blocked = blocked(step, book);
        if (blocked == null) {
            return new Allowed(wanted, null);
        }
        // R2, C3: what brings the position nearer to 0, and not through it, may still go.
        boolean reduces = buy ? book.position < 0 : book.position > 0;
        long room = reduces ? Math.abs(book.position) - OpenQuantity.worst(book, buy) : 0;
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
        if (step.state().halts.get(ALL) != null) {
            return "HALTED";
        }
        if (book.halted) {
            return "SYMBOL_HALTED";
        }
        if (step.state().halts.get(broker(brokerid(step, book))) != null) {
            return "BROKER_HALTED";
        }
        if (book.locked) {
            return "LOCKED";
        }
        return OpenQuantity.unknown(book) ? "CHILD_UNKNOWN" : null;
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
