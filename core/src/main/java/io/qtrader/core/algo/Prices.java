package io.qtrader.core.algo;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.QuoteRow;
import io.qtrader.core.state.Step;

/** Limit prices from a quote, in whole ticks. */
public final class Prices {
    /** A price this near a whole tick is on it; doubles carry some 1e-12 of error here. */
    private static final double ON_TICK = 1e-6;

    private Prices() {}

    /** Tick of a symbol [currency per share]: its own, or the policy's. */
    public static double tick(Step step, Book book) {
        return book.tick > 0 ? book.tick : step.policy().getInstrument().getTick();
    }

    /** The limit that trades at once against the far side: the ask for a buy, the bid for a sell. */
    public static double crossing(boolean buy, QuoteRow q, double tick) {
        return buy ? price(ticksUp(q.ask, tick), tick) : price(ticksDown(q.bid, tick), tick);
    }

    /** The limit a tick inside the near side; at the near side itself where that would cross. */
    public static double resting(boolean buy, QuoteRow q, double tick) {
        long bid = ticksDown(q.bid, tick);
        long ask = ticksUp(q.ask, tick);
        if (buy) {
            long near = q.bid > 0 ? bid : ask - 2;
            return price(near + 1 < ask ? near + 1 : near, tick);
        }
        long near = q.ask > 0 ? ask : bid + 2;
        return price(near - 1 > bid ? near - 1 : near, tick);
    }

    /** Whether a limit trades at once against the quote. */
    public static boolean marketable(boolean buy, double price, QuoteRow q, double tick) {
        return buy
                ? q.ask > 0 && ticksDown(price, tick) >= ticksUp(q.ask, tick)
                : q.bid > 0 && ticksUp(price, tick) <= ticksDown(q.bid, tick);
    }

    /** Whole ticks not above a price. */
    public static long ticksDown(double price, double tick) {
        double ticks = price / tick;
        return near(ticks) ? Math.round(ticks) : (long) Math.floor(ticks);
    }

    /** Whole ticks not below a price. */
    public static long ticksUp(double price, double tick) {
        double ticks = price / tick;
        return near(ticks) ? Math.round(ticks) : (long) Math.ceil(ticks);
    }

    /** The price of a number of ticks, as the decimal that a person would write. */
    public static double price(long ticks, double tick) {
        double perUnit = Math.rint(1 / tick);
        boolean whole = perUnit >= 1 && Math.abs(perUnit * tick - 1) < 1e-12;
        return whole ? ticks / perUnit : ticks * tick;
    }

    private static boolean near(double ticks) {
        return Math.abs(ticks - Math.rint(ticks)) < ON_TICK;
    }
}
