package io.qtrader.core.algo;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.core.state.QuoteRow;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limit prices in whole ticks. */
class PricesTest {
    private static final double[] TICKS = {0.0001, 0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 10};

    @ParameterizedTest
    @CsvSource({
        // tick, bid, ask, buy crosses, sell crosses, buy rests, sell rests
        "0.01, 182.49, 182.51, 182.51, 182.49, 182.50, 182.50",
        "0.01, 182.49, 182.53, 182.53, 182.49, 182.50, 182.52",
        "0.01, 182.50, 182.51, 182.51, 182.50, 182.50, 182.51",
        "0.01, 182.50, 182.50, 182.50, 182.50, 182.50, 182.50",
        "0.05, 10.02,  10.13,  10.15,  10.00,  10.05,  10.10",
        "0.5,  2500,   2502,   2502,   2500,   2500.5, 2501.5",
        "5,    100,    120,    120,    100,    105,    115",
    })
    void crossesAtTheFarSideAndRestsATickInsideTheNearOne(double tick, double bid, double ask,
            double buyCrosses, double sellCrosses, double buyRests, double sellRests) {
        QuoteRow quote = quote(bid, ask);

        assertThat(Prices.crossing(true, quote, tick)).isEqualTo(buyCrosses);
        assertThat(Prices.crossing(false, quote, tick)).isEqualTo(sellCrosses);
        assertThat(Prices.resting(true, quote, tick)).isEqualTo(buyRests);
        assertThat(Prices.resting(false, quote, tick)).isEqualTo(sellRests);
    }

    @Test
    void restsATickBehindTheFarSideWhereThereIsNoNearOne() {
        assertThat(Prices.resting(true, quote(0, 120), 0.01)).isEqualTo(119.99);
        assertThat(Prices.resting(false, quote(120, 0), 0.01)).isEqualTo(120.01);
    }

    @Test
    void isMarketableOnlyWhereThereIsAFarSide() {
        assertThat(Prices.marketable(true, 182.51, quote(182.49, 182.51), 0.01)).isTrue();
        assertThat(Prices.marketable(true, 182.50, quote(182.49, 182.51), 0.01)).isFalse();
        assertThat(Prices.marketable(false, 182.49, quote(182.49, 182.51), 0.01)).isTrue();
        assertThat(Prices.marketable(false, 182.50, quote(182.49, 182.51), 0.01)).isFalse();
        assertThat(Prices.marketable(true, 182.51, quote(182.49, 0), 0.01)).isFalse();
        assertThat(Prices.marketable(false, 182.49, quote(0, 182.51), 0.01)).isFalse();
    }

    @Property
    void aWholeTickStaysTheTickThatItIs(
            @ForAll @LongRange(min = 1, max = 1_000_000) long ticks,
            @ForAll @LongRange(min = 0, max = 10) long which) {
        double tick = TICKS[(int) which];
        double price = Prices.price(ticks, tick);

        assertThat(Prices.ticksDown(price, tick)).isEqualTo(ticks);
        assertThat(Prices.ticksUp(price, tick)).isEqualTo(ticks);
    }

    @Property
    void roundingGoesTheWayItsNameSays(
            @ForAll @DoubleRange(min = 0.01, max = 1_000_000) double price,
            @ForAll @LongRange(min = 0, max = 10) long which) {
        double tick = TICKS[(int) which];
        long down = Prices.ticksDown(price, tick);
        long up = Prices.ticksUp(price, tick);

        assertThat(up - down).isBetween(0L, 1L);
        assertThat(down * tick).isLessThanOrEqualTo(price + tick * 1e-5);
        assertThat(up * tick).isGreaterThanOrEqualTo(price - tick * 1e-5);
    }

    @Property
    void crossingIsMarketableAndRestingIsNotUnlessTheMarketIsLocked(
            @ForAll @DoubleRange(min = 1, max = 10_000) double bid,
            @ForAll @DoubleRange(min = 0, max = 5) double spread,
            @ForAll @LongRange(min = 0, max = 6) long which, @ForAll boolean buy) {
        double tick = TICKS[(int) which];
        QuoteRow quote = quote(bid, bid + spread);

        assertThat(Prices.marketable(buy, Prices.crossing(buy, quote, tick), quote, tick)).isTrue();
        boolean apart = Prices.ticksUp(quote.ask, tick) > Prices.ticksDown(quote.bid, tick);
        assertThat(Prices.marketable(buy, Prices.resting(buy, quote, tick), quote, tick))
                .isEqualTo(!apart);
    }

    private static QuoteRow quote(double bid, double ask) {
        return QuoteRow.newBuilder().setBid(bid).setAsk(ask).build();
    }
}
