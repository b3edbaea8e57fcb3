package io.qtrader.core.sim;

import io.qtrader.core.Machine;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.State;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Tick;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * One seed's history: a desk and a broker write a journal, the machine applies it, and after every
 * entry the {@link Watch} looks at everything. In the end the broker becomes honest, all must be
 * settled, and the whole journal from zero must say the same again to the last byte.
 */
final class Simulation {
    private static final long START = 1_772_461_800_000_000L;

    final Setting setting;
    final Journal journal = new Journal(START);
    final SimBroker broker;
    final Watch watch;
    private final Dice dice;
    private final Desk desk;
    private final Garbage garbage;
    private final Encoded encoded = new Encoded();
    private final List<byte[]> outputs = new ArrayList<>();
    private final Store store = new Store();
    private State state = new State();

    Simulation(long seed, boolean hostile) {
        this.dice = new Dice(seed);
        this.setting = Setting.draw(dice, hostile);
        this.broker = new SimBroker(dice, setting.temper());
        this.desk = new Desk(dice, setting, journal, broker.truth);
        this.garbage = new Garbage(dice, broker.truth, broker.reports(), setting.syms().get(0));
        this.watch = new Watch(setting, broker.truth);
    }

    /** Lives through the whole history. */
    void run() {
        begin();
        for (int turn = 0; turn < setting.entries(); turn++) {
            turn();
        }
        new Ending(this, dice, desk).run();
        replay();
    }

    private void begin() {
        write(journal.genesis(setting.partition()), null);
        write(journal.policy(setting.policy()), null);
        setting.instruments().forEach((sym, detail) -> input(
                journal.control(ControlAction.INSTRUMENT).setSym(sym).setDetail(detail).build(), null));
        setting.routes().forEach((sym, detail) -> input(
                journal.control(ControlAction.ROUTE).setSym(sym).setDetail(detail).build(), null));
    }

    private void turn() {
        pass();
        broker.step(journal.now);
        if (dice.chance(20)) {
            restore();
        }
        if (dice.chance(15)) {
            repeat();
        }
        Report report = dice.chance(800) ? broker.wire.take() : null;
        if (report != null) {
            input(report.execution, report);
        } else {
            Object event = draw();
            if (dice.chance(15) && !(event instanceof Tick)) {
                overtaken(event);
            } else {
                input(event, null);
            }
        }
    }

    private void pass() {
        long millis = switch (dice.below(40)) {
            case 0 -> dice.between(2_000, 9_000);
            case 1 -> dice.chance(300) ? -dice.between(0, 8_000) : 0;
            case 2, 3, 4, 5, 6 -> dice.between(0, 2_000);
            default -> dice.between(0, 150);
        };
        journal.now += millis * 1_000;
    }

    private Object draw() {
        int roll = dice.below(100);
        if (roll < 22) {
            return desk.intent();
        } else if (roll < 45) {
            return desk.quote();
        } else if (roll < 50) {
            return desk.control(new ArrayList<>(broker.truth.orders.keySet()));
        } else if (roll < 53) {
            return desk.statement();
        } else if (roll < 60 && setting.temper().hostile()) {
            return garbage();
        }
        return new Tick(0);
    }

    private Execution garbage() {
        return garbage.next(new HashSet<>(state.children.keys()));
    }

    /** Something that was in the journal already is written again: it must count for nothing. */
    private void repeat() {
        JournalEntry earlier = journal.earlier(dice);
        if (earlier != null) {
            write(journal.again(earlier), null);
        }
    }

    /** An input is lost on its way, the next one is not; then both come again, in order. */
    private void overtaken(Object event) {
        JournalEntry lost = journal.next(event);
        if (lost.getEvent() instanceof io.qtrader.schemas.Quote) {
            write(lost, null);
            return;
        }
        Object second = second(event);
        JournalEntry early = journal.next(second);
        write(early, null);
        write(journal.again(lost), null);
        write(early, null);
    }

    private Object second(Object event) {
        if (event instanceof io.qtrader.schemas.Intent) {
            return desk.intent();
        } else if (event instanceof Control) {
            return journal.control(ControlAction.RESUME).setSym(setting.syms().get(0)).build();
        }
        return event instanceof Execution ? garbage() : desk.statement();
    }

    /** The next input of its topic, with the report that it is, if it is a true one. */
    void input(Object event, Report report) {
        write(journal.next(event), report);
    }

    private void write(JournalEntry entry, Report report) {
        long offset = journal.append(entry);
        List<Output> out = Machine.apply(state, offset, entry);
        outputs.add(encoded.of(out));
        store.drain(state);
        if (report != null) {
            broker.truth.told(report);
        }
        watch.facts(state, entry, out, report);
        for (Output o : out) {
            if (o.stream() == Stream.CHILD_ORDERS) {
                ChildOrder c = (ChildOrder) o.value();
                if (c.getAction() != ChildAction.HEARTBEAT) {
                    broker.instruct(c);
                }
                watch.instruction(state, c);
            }
        }
    }

    /** A restart: what is not in the rows is gone. */
    private void restore() {
        state = store.restore();
    }

    private void replay() {
        State again = new State();
        Store rows = new Store();
        Encoded bytes = new Encoded();
        for (int i = 0; i < journal.entries.size(); i++) {
            byte[] out = bytes.of(Machine.apply(again, i, journal.entries.get(i)));
            rows.drain(again);
            Wrong.unless(Arrays.equals(out, outputs.get(i)), "replay differs at journal offset", i,
                    journal.entries.get(i));
        }
        String difference = rows.difference(store);
        Wrong.unless(difference == null, "replay ends in another state:", difference);
    }

    State state() {
        return state;
    }
}
