package io.qtrader.core.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is true, whatever anybody has been told: positions, orders, trades, and what is still untold. */
final class Truth {
    final Map<Long, BrokerOrder> orders = new LinkedHashMap<>();
    final List<Trade> trades = new ArrayList<>();
    /** What was there before all trades, and what operators added [shares]. */
    private final Map<String, Long> base = new TreeMap<>();
    /** First tellings that are still to come. */
    private final List<Report> untold = new ArrayList<>();

    BrokerOrder order(long childid) {
        return orders.get(childid);
    }

    void shift(String sym, long by) {
        base.merge(sym, by, Long::sum);
    }

    /** The position at the broker [shares]. */
    long position(String sym) {
        long position = base.getOrDefault(sym, 0L);
        for (Trade t : trades) {
            if (t.sym.equals(sym)) {
                position += t.signed(t.standing());
            }
        }
        return position;
    }

    /** The position as it follows from what has been told [shares]. */
    long known(String sym) {
        long position = base.getOrDefault(sym, 0L);
        for (Trade t : trades) {
            if (t.sym.equals(sym)) {
                position += t.signed(t.known());
            }
        }
        return position;
    }

    /** The first telling of something: until it arrives nobody can act on it. */
    void untold(Report r) {
        untold.add(r);
        if (r.order != null) {
            r.order.untold++;
        }
    }

    /** A report has been taken into the journal; a copy of one counts as much as the first. */
    void told(Report r) {
        if (r.correction != null) {
            r.correction.told = true;
        } else if (r.trade != null) {
            r.trade.told = true;
        }
        untold.removeIf(u -> {
            boolean same = u == r || u.execution == r.execution;
            if (same && u.order != null) {
                u.order.untold--;
            }
            return same;
        });
    }

    /** Whether qtrader has been told everything of a symbol. */
    boolean toldAll(String sym) {
        return untold.stream().noneMatch(r -> r.execution.getSym().equals(sym)
                || r.order != null && r.order.sym.equals(sym));
    }

    /**
     * What the position becomes if all that is open on one side trades, but for what nobody can
     * know of yet [shares].
     */
    long worst(String sym, boolean buy) {
        long worst = position(sym);
        for (BrokerOrder o : orders.values()) {
            if (o.sym.equals(sym) && o.buy == buy) {
                worst += buy ? o.exposure() : -o.exposure();
            }
        }
        for (Trade t : trades) {
            if (t.sym.equals(sym)) {
                long opened = t.openedUnknown();
                worst -= buy ? Math.max(0, t.unforeseen() + (t.buy ? opened : 0))
                        : Math.min(0, t.unforeseen() - (t.buy ? 0 : opened));
            }
        }
        return worst;
    }
}
