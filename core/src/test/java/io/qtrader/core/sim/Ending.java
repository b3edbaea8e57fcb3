package io.qtrader.core.sim;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.HaltRow;
import io.qtrader.core.state.State;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.Requirement;
import io.qtrader.schemas.Tick;
import java.util.ArrayList;
import java.util.List;

/**
 * Liveness: from some point on the broker is honest and quick, quotes are fresh, nothing is halted
 * and operators resolve. Then every requirement is met, or there is a reason why not.
 */
final class Ending {
    private static final int TURNS = 1_200;
    private static final int QUIET = 40;

    private final Simulation sim;
    private final Dice dice;
    private final Desk desk;

    Ending(Simulation sim, Dice dice, Desk desk) {
        this.sim = sim;
        this.dice = dice;
        this.desk = desk;
    }

    void run() {
        sim.broker.becomeHonest();
        resume();
        int settled = 0;
        String why = null;
        for (int turn = 0; turn < TURNS && settled < QUIET; turn++) {
            turn(turn);
            why = unsettled();
            settled = why == null ? settled + 1 : 0;
        }
        Wrong.unless(why == null, "liveness:", why);
        for (String sym : sim.setting.syms()) {
            Wrong.differ("the position of " + sym + " in the end", sim.watch.ledger.position(sym),
                    sim.broker.truth.position(sym));
        }
    }

    private void resume() {
        sim.input(sim.journal.control(ControlAction.RESUME).build(), null);
        for (String sym : sim.setting.syms()) {
            sim.input(sim.journal.control(ControlAction.RESUME).setSym(sym).build(), null);
        }
        for (String brokerid : List.of("paper", "other")) {
            sim.input(sim.journal.control(ControlAction.RESUME).setBrokerid(brokerid).build(), null);
        }
        for (String strat : sim.setting.strats()) {
            sim.input(sim.journal.control(ControlAction.RESUME).setStrat(strat).build(), null);
            for (String sym : sim.setting.syms()) {
                sim.input(sim.journal.control(ControlAction.RESUME).setStrat(strat).setSym(sym).build(), null);
            }
        }
    }

    private void turn(int turn) {
        sim.journal.now += 50_000 + dice.below(200_000);
        sim.broker.step(sim.journal.now);
        for (Report r = sim.broker.wire.take(); r != null; r = sim.broker.wire.take()) {
            sim.input(r.execution, r);
        }
        if (turn % 4 == 0) {
            sim.setting.syms().forEach(sym -> sim.input(desk.fresh(sym), null));
        }
        if (turn % 16 == 0) {
            sim.setting.syms().forEach(this::resolve);
        }
        sim.input(new Tick(0), null);
    }

    /** Operators find out how it truly is, and say so. */
    private void resolve(String sym) {
        Book book = sim.state().books.get(sym);
        if (book == null) {
            return;
        }
        for (ChildRow c : new ArrayList<>(book.children)) {
            BrokerOrder o = sim.broker.truth.order(c.childid);
            boolean stuck = c.inflight == Inflight.UNKNOWN.ordinal() || c.done && c.explainbreached;
            if (stuck && o.told()) {
                sim.broker.kill(o);
                sim.input(sim.journal.control(ControlAction.RESOLVE).setChildid(c.childid).build(), null);
            }
        }
        if (book.locked) {
            sim.input(sim.journal.control(ControlAction.RESOLVE).setSym(sym).build(), null);
        }
    }

    /** What is not settled and has no excuse, or null. */
    private String unsettled() {
        State state = sim.state();
        for (String sym : sim.setting.syms()) {
            Book book = state.books.get(sym);
            if (book == null) {
                continue;
            }
            if (!book.children.isEmpty()) {
                return "children live: " + book;
            }
            Requirement req = sim.watch.requirement(sym);
            boolean small = req == null || Math.abs(req.getQty()) < sim.setting.lot(sym);
            boolean rests = book.restuntil > state.meta().clock;
            if (!small && !rests) {
                return "requirement " + req + " is not met: " + book;
            }
            if (book.parent != null) {
                return "a parent without anything to do: " + book;
            }
        }
        for (BrokerOrder o : sim.broker.truth.orders.values()) {
            if (o.exposure() > 0) {
                return "child " + o.childid + " is live at the broker and forgotten";
            }
        }
        HaltRow none = state.halts.size() == 0 ? null : state.halts.first().getValue();
        return none == null ? null : "a halt stands: " + state.halts;
    }
}
