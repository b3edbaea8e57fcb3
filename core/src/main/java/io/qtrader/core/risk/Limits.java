package io.qtrader.core.risk;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.LimitRow;
import io.qtrader.core.state.QuoteRow;
import io.qtrader.core.state.State;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.LimitType;
import io.qtrader.schemas.RejectCode;

/**
 * Limits per symbol, strategy, broker, and for all (R1). Of those that apply the tightest counts.
 * POSITION, ORDER_QTY, NOTIONAL and COLLAR without a name hold for each symbol by itself; ORDER_RATE
 * and OPEN_CHILDREN by broker or without a name span partitions, so each has its even share.
 */
public final class Limits {
    private static final double NONE = Double.POSITIVE_INFINITY;

    private Limits() {}

    /** Key of a limit: its type, and whom it is for. */
    public static String key(LimitType type, Control c) {
        String scope = c.getStrat() != null ? "strat:" + c.getStrat() + "|" : "";
        scope += c.getBrokerid() != null ? "broker:" + c.getBrokerid() + "|" : "";
        return type + "|" + scope + (c.getSym() != null ? "sym:" + c.getSym() : "");
    }

    private static double value(State state, LimitType type, String scope) {
        LimitRow row = state.limits.get(type + "|" + scope);
        return row == null ? NONE : row.value;
    }

    /** The tightest limit of a type on a symbol's orders at a broker; infinite where there is none. */
    static double of(Step step, LimitType type, String sym, String brokerid) {
        State state = step.state();
        double own = Math.min(value(state, type, "sym:" + sym),
                value(state, type, "broker:" + brokerid + "|sym:" + sym));
        return Math.min(own, Math.min(value(state, type, ""),
                value(state, type, "broker:" + brokerid + "|")));
    }

    /** This partition's share of a limit that spans them; scope "" is for all. */
    static double share(Step step, LimitType type, String scope) {
        double value = value(step.state(), type, scope);
        return value == NONE ? NONE : Math.floor(value / step.meta().partitions);
    }

    /** A symbol's own limit of a type that spans symbols otherwise. */
    static double own(Step step, LimitType type, String sym) {
        return value(step.state(), type, "sym:" + sym);
    }

    /** R1: a strategy's position limit refuses the intent that would go beyond it. */
    public static boolean refuses(Step step, Intent i) {
        State state = step.state();
        double limit = Math.min(value(state, LimitType.POSITION, "strat:" + i.getStrat() + "|"),
                value(state, LimitType.POSITION, "strat:" + i.getStrat() + "|sym:" + i.getSym()));
        if (Math.abs(i.getTgtpos()) <= limit) {
            return false;
        }
        step.reject(RejectCode.LIMIT_POSITION, Subject.of(i.getSym(), i.getStrat()),
                "limit=" + (long) limit + ", asked=" + i.getTgtpos());
        return true;
    }

    /**
     * N5: the target that a symbol's POSITION limit lets through. A position that is beyond it
     * already may stay, and may not grow.
     */
    public static long position(Step step, Book book, long target) {
        double limit = of(step, LimitType.POSITION, book.sym, Gate.route(step, book).getBrokerid());
        if (limit == NONE) {
            return target;
        }
        long most = (long) limit;
        if (target > most) {
            return Math.min(target, Math.max(most, book.position));
        }
        return target < -most ? Math.max(target, Math.min(-most, book.position)) : target;
    }

    /** R1, R4: what COLLAR says against a price, for a NEW as for a REPLACE, or null. */
    public static String collar(Step step, Book book, String brokerid, double price) {
        double collar = of(step, LimitType.COLLAR, book.sym, brokerid);
        QuoteRow q = book.quote;
        double mid = q.bid > 0 && q.ask > 0 ? (q.bid + q.ask) / 2 : Math.max(q.bid, q.ask);
        return Math.abs(price - mid) > collar * mid
                ? "LIMIT_COLLAR: limit=" + collar + ", mid=" + mid + ", price=" + price : null;
    }

    /** A limit's word on an order: how much may go, and which limit says so. */
    record Verdict(long qty, String why) {}

    /** R1, R4: how much of an order ORDER_QTY, NOTIONAL and COLLAR let through. */
    static Verdict order(Step step, Book book, String brokerid, long qty, double price) {
        String collared = collar(step, book, brokerid, price);
        if (collared != null) {
            return new Verdict(0, collared);
        }
        double notional = of(step, LimitType.NOTIONAL, book.sym, brokerid);
        long affordable = notional == NONE ? qty : (long) Math.floor(notional / price);
        if (affordable < qty) {
            return new Verdict(affordable,
                    "LIMIT_NOTIONAL: limit=" + notional + ", qty=" + qty + ", price=" + price);
        }
        double size = of(step, LimitType.ORDER_QTY, book.sym, brokerid);
        return size < qty ? new Verdict((long) size,
                "LIMIT_ORDER_QTY: limit=" + (long) size + ", asked=" + qty) : new Verdict(qty, null);
    }
}
