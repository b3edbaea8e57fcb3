package io.qtrader.core.sim;

import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.ExecutionType;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A broker by seed, with its own true book of every child order. It takes instructions in order,
 * handles them when it likes, and reports as its {@link Temper} is.
 */
final class SimBroker {
    final Truth truth = new Truth();
    final Wire wire;
    private final Dice dice;
    private final Deque<ChildOrder> inbox = new ArrayDeque<>();
    private final Trading trading;
    private final Reports reports = new Reports();

    private Temper temper;

    SimBroker(Dice dice, Temper temper) {
        this.dice = dice;
        this.temper = temper;
        this.wire = new Wire(dice);
        this.trading = new Trading(dice, truth, wire, reports);
    }

    Reports reports() {
        return reports;
    }

    /** From now on it is honest, quick, and says all that it has held back. */
    void becomeHonest() {
        temper = Temper.HONEST;
        for (BrokerOrder o : truth.orders.values()) {
            o.hidden = 0;
        }
        wire.hurry();
    }

    boolean honest() {
        return temper == Temper.HONEST;
    }

    /** An instruction leaves qtrader. */
    void instruct(ChildOrder c) {
        switch (c.getAction()) {
            case NEW -> truth.orders.put(c.getChildid(), new BrokerOrder(c.getChildid(),
                    c.getBrokerid(), c.getSym(), c.getSide() == io.qtrader.schemas.Side.BUY,
                    c.getSize(), c.getPrice()));
            case REPLACE -> truth.order(c.getChildid()).asked.add(c.getSize());
            case CANCEL, STATUS, HEARTBEAT -> { }
        }
        inbox.add(c);
    }

    /** Time passes at the broker. */
    void step(long nowMicros) {
        reports.now = nowMicros;
        wire.step();
        while (!inbox.isEmpty() && (honest() || dice.chance(600))) {
            handle(inbox.remove());
        }
        trading.step(temper);
        if (honest()) {
            wire.hurry();
        }
    }

    private void handle(ChildOrder c) {
        BrokerOrder o = truth.order(c.getChildid());
        boolean lost = dice.chance(temper.lose());
        switch (c.getAction()) {
            case NEW -> open(o, lost);
            case CANCEL -> {
                if (!lost) {
                    cancel(o, c.getRequest());
                }
            }
            case REPLACE -> {
                o.asked.remove(c.getSize());
                if (!lost) {
                    replace(o, c);
                }
            }
            case STATUS -> {
                if (!lost) {
                    status(o, c.getRequest());
                }
            }
            case HEARTBEAT -> { }
        }
    }

    private void open(BrokerOrder o, boolean lost) {
        if (lost) {
            o.over();
            return;
        }
        o.received = true;
        if (dice.chance(temper.refuse())) {
            o.over();
            tell(o, reports.of(ExecutionType.REJECTED, o, 0).setTransient$(dice.chance(temper.brief())));
            return;
        }
        o.life = BrokerOrder.Life.OPEN;
        o.leaves = o.size;
        tell(o, reports.of(ExecutionType.NEW, o, 0));
    }

    private void cancel(BrokerOrder o, int request) {
        o.request = request;
        boolean open = o.life == BrokerOrder.Life.OPEN;
        if (!open || dice.chance(temper.toolate())) {
            if (open && dice.chance(500)) {
                trading.fill(o, o.leaves, temper);
            }
            tell(o, reports.of(ExecutionType.CANCEL_REJECTED, o, request));
            return;
        }
        if (temper.hostile() && dice.chance(30)) {
            // It says that it is over, and trades on: nobody can foresee that.
            o.hidden = o.leaves;
        }
        o.over();
        tell(o, reports.of(dice.chance(900) ? ExecutionType.CANCELED : ExecutionType.EXPIRED, o, request));
    }

    private void replace(BrokerOrder o, ChildOrder c) {
        o.request = c.getRequest();
        boolean open = o.life == BrokerOrder.Life.OPEN;
        if (!open || dice.chance(temper.toolate())) {
            if (open && dice.chance(300)) {
                trading.fill(o, o.leaves, temper);
            }
            tell(o, reports.of(ExecutionType.REPLACE_REJECTED, o, c.getRequest()));
            return;
        }
        o.leaves = Math.max(0, Math.min(o.leaves - (o.size - c.getSize()), c.getSize() - o.cum()));
        o.size = c.getSize();
        o.price = c.getPrice();
        if (o.leaves == 0) {
            o.over();
        }
        var e = reports.of(ExecutionType.REPLACED, o, c.getRequest());
        tell(o, dice.chance(800) ? e.setOrdqty(o.size).setOrdprice(o.price) : e);
    }

    private void status(BrokerOrder o, int request) {
        if (dice.chance(700)) {
            wire.release(r -> r.order == o);
        }
        ExecutionType type = o.received ? ExecutionType.STATUS : ExecutionType.NEVER_RECEIVED;
        var e = reports.of(type, o, request);
        tell(o, dice.chance(800) && o.received ? e.setOrdqty(o.size).setOrdprice(o.price) : e);
    }

    private void tell(BrokerOrder o, io.qtrader.schemas.Execution.Builder e) {
        Report r = new Report(e.build(), o, null, null);
        truth.untold(r);
        wire.send(r, temper, true);
    }

    /** An operator has had an order taken off the book at the broker by telephone. */
    void kill(BrokerOrder o) {
        o.hidden = 0;
        o.over();
    }
}
