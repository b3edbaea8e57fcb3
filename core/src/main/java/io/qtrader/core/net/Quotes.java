package io.qtrader.core.net;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.QuoteRow;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.RejectCode;

/** Keeps the newest quote of each symbol. */
public final class Quotes {
    private Quotes() {}

    /** Takes a quote in. Whether it is the symbol's newest. */
    public static boolean apply(Step step, Quote q) {
        Subject about = Subject.of(q.getSym());
        long time = Micros.of(q.getTime());
        if (time < 0) {
            step.reject(RejectCode.TIME_INVALID, about, "time=" + q.getTime());
            return false;
        }
        if (!price(q.getBid()) || !price(q.getAsk()) || !price(q.getLast())) {
            step.reject(RejectCode.PRICE_INVALID, about,
                    "bid=" + q.getBid() + ", ask=" + q.getAsk() + ", last=" + q.getLast());
            return false;
        }
        if (q.getBid() > q.getAsk() && q.getAsk() > 0) {
            step.reject(RejectCode.QUOTE_CROSSED, about, "bid=" + q.getBid() + ", ask=" + q.getAsk());
            return false;
        }
        if (time - step.now() > Micros.ofMillis(step.policy().getFuturems())) {
            step.reject(RejectCode.FUTURE, about, "time=" + q.getTime() + ", entry=" + step.time()
                    + ", futurems=" + step.policy().getFuturems());
            return false;
        }
        Book book = step.state().book(q.getSym());
        // After a CLOCK_JUMP older and newer mean nothing between quotes of before and after it.
        boolean comparable = book.quote != null && book.quote.epoch == step.meta().epoch;
        if (comparable && time < book.quote.time) {
            step.meta().repeats++;
            return false;
        }
        // A quote that was old when it came is as old as it says, not as young as its entry.
        long age = Math.max(0, step.now() - time);
        book.quote = new QuoteRow(q.getBid(), q.getAsk(), q.getBidsize(), q.getAsksize(), time,
                step.clock() - age, step.meta().epoch);
        return true;
    }

    /** Bounds what ticks can count: a price is finite, not negative, and below a billion. */
    private static boolean price(double price) {
        return price >= 0 && price < 1e9;
    }
}
