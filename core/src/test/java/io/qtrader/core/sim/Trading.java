package io.qtrader.core.sim;

import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Side;
import java.util.ArrayList;
import java.util.List;

/** What happens at a broker without being asked: trades, busts, corrections, cancels, trades of others. */
final class Trading {
    private static final int RECENT = 30;

    private final Dice dice;
    private final Truth truth;
    private final Wire wire;
    private final Reports reports;

    Trading(Dice dice, Truth truth, Wire wire, Reports reports) {
        this.dice = dice;
        this.truth = truth;
        this.wire = wire;
        this.reports = reports;
    }

    void step(Temper temper) {
        List<BrokerOrder> orders = new ArrayList<>(truth.orders.values());
        for (BrokerOrder o : orders) {
            if (o.life == BrokerOrder.Life.OPEN && dice.chance(temper.fill())) {
                fill(o, dice.chance(temper.whole()) ? o.leaves : dice.between(1, o.leaves), temper);
            } else if (o.life == BrokerOrder.Life.OPEN && dice.chance(temper.unsolicited())) {
                o.over();
                send(reports.of(ExecutionType.CANCELED, o, o.request), o, null, null, temper);
            } else if (o.hidden > 0 && dice.chance(100)) {
                beyond(o, dice.between(1, o.hidden), temper);
                o.hidden = 0;
            }
        }
        if (!truth.trades.isEmpty() && dice.chance(temper.bust())) {
            int from = Math.max(0, truth.trades.size() - RECENT);
            correct(truth.trades.get(from + dice.below(truth.trades.size() - from)), temper);
        }
        if (!orders.isEmpty() && dice.chance(temper.unsolicited() / 4)) {
            other(dice.of(orders).sym, temper);
        }
    }

    /** Some of an order trades; a hostile broker sometimes trades more than there is, or reports it badly. */
    void fill(BrokerOrder o, long qty, Temper temper) {
        long more = temper.hostile() && dice.chance(20) ? dice.between(1, 30) : 0;
        o.leaves -= Math.min(o.leaves, qty + more);
        Trade t = trade(o, qty + more, qty);
        closeIfDone(o);
        Execution.Builder e = reports.trade(t);
        if (temper.hostile() && dice.chance(20)) {
            e.setSide(o.buy ? Side.SELL : Side.BUY);
        } else if (temper.hostile() && dice.chance(20)) {
            e.setSym(dice.of("AAPL", "IBM", "ELSE"));
        } else if (temper.hostile() && dice.chance(20)) {
            e.setLeavesqty(0);
        }
        send(e, o, t, null, temper);
    }

    private void closeIfDone(BrokerOrder o) {
        if (o.leaves == 0) {
            o.over();
        }
    }

    /** A trade after the order was said to be over. */
    private void beyond(BrokerOrder o, long qty, Temper temper) {
        Trade t = trade(o, qty, 0);
        send(reports.trade(t), o, t, null, temper);
    }

    private void other(String sym, Temper temper) {
        Trade t = new Trade(reports.execid(), sym, dice.chance(500), dice.between(1, 40), reports.today());
        t.stray = temper.hostile() && dice.chance(500);
        truth.trades.add(t);
        send(reports.trade(t), null, t, null, temper);
    }

    private Trade trade(BrokerOrder o, long qty, long foreseen) {
        Trade t = new Trade(reports.execid(), o, qty, foreseen, reports.today());
        o.trades.add(t);
        truth.trades.add(t);
        return t;
    }

    /** Takes a trade back, or changes its quantity; what is taken back may be open again, or not. */
    private void correct(Trade t, Temper temper) {
        if (t.busted()) {
            return;
        }
        BrokerOrder o = t.order;
        long before = t.standing();
        long after = dice.chance(600) ? 0 : dice.between(1, before + 20);
        boolean chained = !t.corrections.isEmpty() && dice.chance(500);
        String ref = chained ? t.corrections.get(t.corrections.size() - 1).execid : t.execid;
        Trade.Correction c = new Trade.Correction(reports.execid(), after, chained);
        t.corrections.add(c);
        if (o != null) {
            reopen(o, c, before, after);
        }
        ExecutionType type = after == 0 ? ExecutionType.BUST : ExecutionType.CORRECT;
        Execution.Builder e = o == null ? reports.blank(type, "paper", t.sym, t.buy)
                : reports.of(type, o, o.request);
        send(e.setExecid(c.execid).setRefexecid(ref).setTradedate(t.date)
                .setQty(after == 0 ? before : after).setPrice(t.price), o, t, c, temper);
    }

    private void reopen(BrokerOrder o, Trade.Correction c, long before, long after) {
        if (after < before && dice.chance(400)) {
            c.opened = Math.min(before - after, Math.max(0, o.size - o.cum() - o.leaves));
            o.leaves += c.opened;
            o.life = o.leaves > 0 ? BrokerOrder.Life.OPEN : o.life;
        } else if (o.life == BrokerOrder.Life.OPEN && after > before) {
            o.leaves = Math.max(0, Math.min(o.leaves, o.size - o.cum()));
            closeIfDone(o);
        }
    }

    private void send(Execution.Builder e, BrokerOrder o, Trade t, Trade.Correction c, Temper temper) {
        Report r = new Report(e.build(), o, t, c);
        truth.untold(r);
        wire.send(r, temper, true);
    }
}
