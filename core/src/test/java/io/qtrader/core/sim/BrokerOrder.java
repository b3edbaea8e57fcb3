package io.qtrader.core.sim;

import java.util.ArrayList;
import java.util.List;

/** A child order as it truly stands: on its way to the broker, open there, or over. */
final class BrokerOrder {
    enum Life { ON_ITS_WAY, OPEN, OVER }

    final long childid;
    final String brokerid;
    final String sym;
    final boolean buy;
    final List<Trade> trades = new ArrayList<>();
    /** Reports of it that qtrader has not had yet. */
    int untold;
    /** Sizes that REPLACEs on their way ask for. */
    final List<Long> asked = new ArrayList<>();
    Life life = Life.ON_ITS_WAY;
    long size;
    double price;
    /** What can still trade [shares]. */
    long leaves;
    /** The newest request that was handled. */
    int request;
    /** It was said to be over, and is not: what it still trades nobody can foresee [shares]. */
    long hidden;
    /** The broker has it; else it was lost on its way. */
    boolean received;

    BrokerOrder(long childid, String brokerid, String sym, boolean buy, long size, double price) {
        this.childid = childid;
        this.brokerid = brokerid;
        this.sym = sym;
        this.buy = buy;
        this.size = size;
        this.price = price;
    }

    /** Filled, net of busts [shares]. */
    long cum() {
        long cum = 0;
        for (Trade t : trades) {
            cum += t.standing();
        }
        return cum;
    }

    /** The most that it can still trade, as far as anybody can know [shares]. */
    long exposure() {
        return switch (life) {
            case ON_ITS_WAY -> size;
            case OPEN -> Math.max(leaves, asked.stream().mapToLong(Long::longValue).max().orElse(0) - cum());
            case OVER -> 0;
        };
    }

    /** Revived by a bust that qtrader does not know of yet. */
    boolean revivedUnknown() {
        return trades.stream().anyMatch(t -> t.openedUnknown() > 0);
    }

    void over() {
        life = Life.OVER;
        leaves = 0;
    }

    /** Whether qtrader has been told of every trade. */
    boolean told() {
        return trades.stream().allMatch(t -> t.told && t.corrections.stream().allMatch(c -> c.told));
    }
}
