package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.Request.MarketQuote;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The latest quote of every symbol, and how often it has traded since we look. */
final class Market {

    private final Map<String, MarketQuote> quotes = new HashMap<>();
    private final Map<String, Long> trades = new HashMap<>();

    /** Prices are compared as whole millionths of the currency, so 182.49 + 0.01 is 182.50. */
    static long micros(double price) {
        return Math.round(price * 1_000_000);
    }

    void move(MarketQuote quote) {
        MarketQuote before = quotes.put(quote.sym(), quote);
        // A quote that repeats the last price tells of no trade; nor does the first quote.
        if (before != null && quote.last() > 0 && quote.last() != before.last()) {
            trades.merge(quote.sym(), 1L, Long::sum);
        }
    }

    Optional<MarketQuote> quote(String sym) {
        return Optional.ofNullable(quotes.get(sym));
    }

    /** The number of the symbol's latest trade. */
    long trades(String sym) {
        return trades.getOrDefault(sym, 0L);
    }
}
