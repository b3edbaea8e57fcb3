package io.qtrader.core.sim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A trade at the broker, with what was later said about it, and how much of that has been told. */
final class Trade {
    final String execid;
    /** The child order; null where the trade is none of qtrader's. */
    final BrokerOrder order;
    final String sym;
    final boolean buy;
    final long qty;
    /** So much of it was open, and so had to be reckoned with [shares]. */
    final long foreseen;
    final double price;
    final LocalDate date;
    final List<Correction> corrections = new ArrayList<>();
    boolean told;
    /** None of qtrader's, but reported under a child id. */
    boolean stray;

    /** A bust (quantity 0) or correction. Those after a bust do not happen. */
    static final class Correction {
        final String execid;
        final long qty;
        /** Refers to the correction before it, not to the trade. */
        final boolean chained;
        /** So much may trade again by it [shares]. */
        long opened;
        boolean told;

        Correction(String execid, long qty, boolean chained) {
            this.execid = execid;
            this.qty = qty;
            this.chained = chained;
        }
    }

    /** A trade of an order. */
    Trade(String execid, BrokerOrder order, long qty, long foreseen, LocalDate date) {
        this.execid = execid;
        this.order = order;
        this.sym = order.sym;
        this.buy = order.buy;
        this.qty = qty;
        this.foreseen = foreseen;
        this.price = order.price;
        this.date = date;
    }

    /** A trade of nobody's order. */
    Trade(String execid, String sym, boolean buy, long qty, LocalDate date) {
        this.execid = execid;
        this.order = null;
        this.sym = sym;
        this.buy = buy;
        this.qty = qty;
        this.foreseen = 0;
        this.price = 100;
        this.date = date;
    }

    /** What counts at the broker [shares]. */
    long standing() {
        return corrections.isEmpty() ? qty : corrections.get(corrections.size() - 1).qty;
    }

    boolean busted() {
        return standing() == 0;
    }

    /** What counts, of it, by what has been told [shares]. */
    long known() {
        int last = lastKnown();
        return !told ? 0 : last < 0 ? qty : corrections.get(last).qty;
    }

    /** The last correction that can be understood by what has been told; -1 for none. */
    private int lastKnown() {
        int last = -1;
        boolean understood = told;
        for (int i = 0; told && i < corrections.size(); i++) {
            Correction c = corrections.get(i);
            understood = c.told && (understood || !c.chained);
            last = understood ? i : last;
        }
        return last;
    }

    /** What may trade again by corrections that nobody can know of yet [shares]. */
    long openedUnknown() {
        long opened = 0;
        for (int i = lastKnown() + 1; i < corrections.size(); i++) {
            opened += corrections.get(i).opened;
        }
        return opened;
    }

    /** By how much the position is above what had to be reckoned with [shares], signed. */
    long unforeseen() {
        return signed(standing() - (told ? known() : foreseen));
    }

    long signed(long of) {
        return buy ? of : -of;
    }
}
