package io.qtrader.core.parent;

import io.qtrader.core.algo.Lots;
import io.qtrader.core.algo.Prices;
import io.qtrader.core.algo.Schedule;
import io.qtrader.core.child.Children;
import io.qtrader.core.child.Instructions;
import io.qtrader.core.child.OpenQuantity;
import io.qtrader.core.order.Orders;
import io.qtrader.core.risk.Allotments;
import io.qtrader.core.risk.Gate;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.OrderRow;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Brings what is open at brokers in line with what the schedule has let go: by level, so that it
 * may be called after anything and does only what is still missing.
 */
final class Working {
    /** Orders that one decision sends at the most; the rest follows with the next entry. */
    private static final int MOST_SENDS = 10;

    private Working() {}

    static void reconcile(Step step, Book book, ParentRow p) {
        boolean works = p == book.parent && !p.failing && Parents.serves(p, book.reqqty);
        if (book.haltedat == 0) {
            Schedule.advance(step, book, p);
        }
        long want = works ? p.released - p.filled : 0;
        long planned = 0;
        for (ChildRow c : book.children) {
            if (c.parentid == p.parentid) {
                planned += OpenQuantity.planned(c);
            }
        }
        String waits = null;
        if (planned > want) {
            reduce(step, book, p, planned - want);
        } else if (works) {
            waits = send(step, book, p, want - planned);
            reprice(step, book, p);
        }
        if (works && p.rejects == 0 && !Objects.equals(waits, p.note)) {
            waits(step, p, waits);
        }
    }

    /** R4: what keeps a parent from being sent is on its record; a limit that does is a breach too. */
    private static void waits(Step step, ParentRow p, String waits) {
        String before = p.note;
        p.note = waits;
        Records.changed(step, p);
        if (waits != null && waits.startsWith("LIMIT_")) {
            int colon = waits.indexOf(':');
            if (before == null || !before.startsWith(waits.substring(0, colon))) {
                step.breach(BreachCode.valueOf(waits.substring(0, colon)), Subject.of(p),
                        waits.substring(colon + 2));
            }
        }
    }

    /** P3: newest first; a child whose request is outstanding is queued behind it (C1). */
    private static void reduce(Step step, Book book, ParentRow p, long excess) {
        List<ChildRow> children = new ArrayList<>(book.children);
        long left = excess;
        for (int i = children.size() - 1; i >= 0 && left > 0; i--) {
            ChildRow c = children.get(i);
            long open = OpenQuantity.planned(c);
            if (c.parentid != p.parentid || open == 0) {
                continue;
            }
            long cut = Math.min(open, left);
            // Cancelling more than the excess is right where the venue cannot replace: the rest is sent anew.
            if ((cut == open || !c.canreplace) && Children.cancellable(step, c)) {
                Instructions.cancel(step, c);
            } else if (cut < open && Children.replaceable(step, c)) {
                Instructions.replace(step, c, c.size - cut, c.price);
            }
            left -= cut;
        }
    }

    /** C1: sends what is missing, within |requirement| - W. Returns why it is not all, or null. */
    private static String send(Step step, Book book, ParentRow p, long missing) {
        long room = Math.abs(book.reqqty) - OpenQuantity.worst(book, p.buy);
        long qty = Math.min(missing, room);
        if (qty < Lots.lot(step, book)) {
            return null;
        }
        if (step.clock() < p.retryat) {
            return p.note;
        }
        String blind = Gate.blind(step, book, p.buy);
        return blind != null ? blind : sendAll(step, book, p, qty);
    }

    /** Sends orders until nothing is missing, or a limit says no; ORDER_QTY makes several. */
    private static String sendAll(Step step, Book book, ParentRow p, long qty) {
        long lot = Lots.lot(step, book);
        long left = qty;
        String why = null;
        for (int sent = 0; left >= lot; sent++) {
            if (sent == MOST_SENDS) {
                book.sendafter = step.clock() + 1;
                return "PACED";
            }
            double price = price(step, book, p);
            Gate.Allowed allowed = Gate.allow(step, book, p.buy, left, price);
            why = allowed.why();
            long whole = Lots.down(Math.min(left, allowed.qty()), lot);
            if (whole == 0) {
                return why;
            }
            open(step, book, p, whole, price);
            left -= whole;
        }
        return left == 0 ? null : why;
    }

    private static double price(Step step, Book book, ParentRow p) {
        double tick = Prices.tick(step, book);
        // What was released before the current slice crosses; the slice itself rests (P6).
        boolean cross = p.crossing - p.filled - OpenQuantity.worst(book, p.buy) > 0;
        return cross ? Prices.crossing(p.buy, book.quote, tick)
                : Prices.resting(p.buy, book.quote, tick);
    }

    private static void open(Step step, Book book, ParentRow p, long qty, double price) {
        Route route = Gate.route(step, book);
        OrderRow o = Orders.open(step, book, p, qty, price);
        ChildRow c = ChildRow.newBuilder().setOrderid(o.orderid).setParentid(p.parentid)
                .setBrokerid(route.getBrokerid()).setVenue(route.getVenue())
                .setCanreplace(route.getCanreplace()).setSym(book.sym).setBuy(p.buy)
                .setPrice(price).setSize(qty).build();
        Instructions.sendNew(step, book, c);
    }

    /** P6: the oldest children, as far as the schedule wants them to cross, follow the far side. */
    private static void reprice(Step step, Book book, ParentRow p) {
        // Another price at the market is new exposure too (R2).
        if (Gate.blind(step, book, p.buy) != null || Gate.blocked(step, book) != null) {
            return;
        }
        double tick = Prices.tick(step, book);
        long cross = p.crossing - p.filled;
        for (ChildRow c : new ArrayList<>(book.children)) {
            if (c.parentid != p.parentid || cross <= 0) {
                continue;
            }
            cross -= OpenQuantity.planned(c);
            if (mustFollow(step, book, c, tick)) {
                double price = Prices.crossing(p.buy, book.quote, tick);
                if (Children.replaceable(step, c)
                        && Allotments.tooFast(step, book, c.brokerid) == null) {
                    c.pricedat = step.clock();
                    Instructions.replace(step, c, c.size, price);
                } else if (!c.canreplace && Children.cancellable(step, c)) {
                    Instructions.cancel(step, c);
                }
            }
        }
    }

    private static boolean mustFollow(Step step, Book book, ChildRow c, double tick) {
        boolean resting = !Prices.marketable(c.buy, c.price, book.quote, tick);
        return resting && OpenQuantity.planned(c) > 0 && step.clock() >= followsAt(step, c);
    }

    /** When a child may take another price [us, active clock]. */
    private static long followsAt(Step step, ChildRow c) {
        // A child that has never been repriced rests by design: its first crossing waits for nothing.
        return c.request == 0 ? 0 : c.pricedat + Micros.ofMillis(step.policy().getRepricems());
    }

    /** The next moment at which a resting child that should cross may be repriced; Long.MAX_VALUE for none. */
    static long nextReprice(Step step, Book book, ParentRow p) {
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
