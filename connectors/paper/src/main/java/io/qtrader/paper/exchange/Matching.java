package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.Request.MarketQuote;
import io.qtrader.schemas.Side;
import java.util.Optional;

/** Holds an open order against the market at one step: what of it fills, and at which price. */
final class Matching {

    /** A fill to be. */
    record Part(long qty, double price) {}

    private final VenueSettings settings;
    private final Chance chance;
    private final Market market;

    Matching(VenueSettings settings, Chance chance, Market market) {
        this.settings = settings;
        this.chance = chance;
        this.market = market;
    }

    /**
     * The {@code step}-th look at an order. It trades at the far side's price when it comes to it,
     * and at its own when it was resting before: then the market has come to it.
     */
    Optional<Part> part(VenueOrder order, long step) {
        MarketQuote quote = market.quote(order.sym).orElse(null);
        if (quote == null) {
            return Optional.empty();
        }
        boolean buy = order.side == Side.BUY;
        double far = buy ? quote.ask() : quote.bid();
        double near = buy ? quote.bid() : quote.ask();
        long shown = buy ? quote.asksize() : quote.bidsize();
        if (far > 0 && better(order, far) >= 0) {
            return part(order, step, shown, order.resting ? order.price : far);
        }
        order.resting = true;
        if (isTradedThrough(order, quote)) {
            return part(order, step, 0, order.price);
        }
        if (far <= 0 && near <= 0) {
            return Optional.empty();
        }
        double rate = rate(near > 0 ? better(order, near) : 1);
        return chance.draw(order.number, Chance.Of.PASSIVE, step) < rate
                ? part(order, step, 0, order.price)
                : Optional.empty();
    }

    /** The far side's price, when the order comes to it. */
    Optional<Double> crossing(VenueOrder order) {
        return market.quote(order.sym)
                .map(quote -> order.side == Side.BUY ? quote.ask() : quote.bid())
                .filter(far -> far > 0 && better(order, far) >= 0);
    }

    private double rate(long insideNear) {
        return insideNear > 0 ? settings.passiveRate() : insideNear == 0 ? settings.touchRate() : 0;
    }

    private boolean isTradedThrough(VenueOrder order, MarketQuote quote) {
        return market.trades(order.sym) > order.tradesSeen && better(order, quote.last()) > 0;
    }

    /** By how much the order's price is more aggressive than {@code price} [millionths]. */
    private static long better(VenueOrder order, double price) {
        long difference = Market.micros(order.price) - Market.micros(price);
        return order.side == Side.BUY ? difference : -difference;
    }

    private Optional<Part> part(VenueOrder order, long step, long shown, double price) {
        double drawn = chance.draw(order.number, Chance.Of.PART, step);
        double fraction = settings.partMin() + (settings.partMax() - settings.partMin()) * drawn;
        long lots = (long) Math.ceil(order.size * fraction / settings.lot());
        long qty = Math.max(1, lots) * settings.lot();
        if (shown > 0) {
            qty = Math.min(qty, shown);
        }
        return Optional.of(new Part(Math.min(qty, order.leavesqty()), price));
    }
}
