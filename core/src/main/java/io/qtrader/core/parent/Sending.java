package io.qtrader.core.parent;

import io.qtrader.core.algo.Lots;
import io.qtrader.core.algo.Prices;
import io.qtrader.core.child.Instructions;
import io.qtrader.core.child.OpenQuantity;
import io.qtrader.core.order.Orders;
import io.qtrader.core.risk.Gate;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.OrderRow;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.Route;

/** Sends what is missing, as far as risk lets it (C1, P6). */
final class Sending {
    /** Orders that one decision sends at the most; the rest follows with the next entry. */
    private static final int MOST_SENDS = 10;

    private Sending() {}

    /**
     * C1: sends {@code want} less the worst case still able to fill.
     *
     * @param want what should be open, not more than is required [shares]
     * @param cross how much of it should cross the spread [shares]; the rest rests
     * @return why it is not all, or null
     */
    static String send(Step step, Book book, ParentRow p, long want, long cross) {
        long qty = want - OpenQuantity.worst(book, p.buy);
        if (qty < Lots.lot(step, book)) {
            return null;
        }
        if (Orphans.otherSide(book, p.buy)) {
            return "OTHER_SIDE_LIVE";
        }
        if (step.clock() < p.retryat) {
            return p.note;
        }
        String blind = Gate.blind(step, book, p.buy);
        return blind != null ? blind : sendAll(step, book, p, qty, cross);
    }

    /** Sends orders until nothing is missing, or a limit says no; ORDER_QTY makes several. */
    private static String sendAll(Step step, Book book, ParentRow p, long qty, long cross) {
        long lot = Lots.lot(step, book);
        long left = qty;
        long crossing = Math.min(qty, Lots.up(Math.max(0, cross), lot));
        String why = null;
        for (int sent = 0; left >= lot; sent++) {
            if (sent == MOST_SENDS) {
                book.sendafter = step.clock() + 1;
                return "PACED";
            }
            boolean crosses = crossing >= lot;
            long asked = crosses ? crossing : left;
            double price = price(step, book, p, crosses);
            Gate.Allowed allowed = Gate.allow(step, book, p.buy, asked, price);
            why = allowed.why();
            long whole = Lots.down(Math.min(asked, allowed.qty()), lot);
            if (whole == 0) {
                return why;
            }
            open(step, book, p, whole, price, crosses);
            left -= whole;
            crossing -= crosses ? whole : 0;
        }
        return left == 0 ? null : why;
    }

    /** P6: what was released before the current slice crosses; the slice itself rests. */
    private static double price(Step step, Book book, ParentRow p, boolean crosses) {
        double tick = Prices.tick(step, book);
        return crosses ? Prices.crossing(p.buy, book.quote, tick)
                : Prices.resting(p.buy, book.quote, tick);
    }

    private static void open(
            Step step, Book book, ParentRow p, long qty, double price, boolean crosses) {
        Route route = Gate.route(step, book);
        OrderRow o = Orders.open(step, book, p, qty, price);
        ChildRow c = ChildRow.newBuilder().setOrderid(o.orderid).setParentid(p.parentid)
                .setBrokerid(route.getBrokerid()).setVenue(route.getVenue())
                .setCanreplace(route.getCanreplace()).setSym(book.sym).setBuy(p.buy)
                .setPrice(price).setPricedat(crosses ? step.clock() : 0).setSize(qty).build();
        Instructions.sendNew(step, book, c);
    }
}
