package io.qtrader.core.sim;

import io.qtrader.core.state.Micros;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.State;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.AggTarget;
import io.qtrader.schemas.Breach;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Reject;
import io.qtrader.schemas.Requirement;
import io.qtrader.schemas.Source;
import io.qtrader.schemas.StatementType;
import io.qtrader.schemas.Tick;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at every entry, its outputs and the state after it, and believes nothing. */
final class Watch {
    final Ledger ledger = new Ledger();
    private final Setting setting;
    private final Truth truth;
    private final Numbers numbers;
    private final Statuses statuses = new Statuses();
    private final Standing standing;
    private final Market market;
    private final Exposure exposure;
    private final Map<String, Long> accepted = new HashMap<>();
    private final Map<String, AggTarget> targets = new HashMap<>();
    private final Map<String, Requirement> requirements = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();

    Watch(Setting setting, Truth truth) {
        this.setting = setting;
        this.truth = truth;
        this.numbers = new Numbers(setting.partition());
        this.standing = new Standing(setting);
        this.market = new Market(setting);
        this.exposure = new Exposure(setting, truth, standing, market);
    }

    /** Everything but the instructions. */
    void facts(State state, JournalEntry entry, List<Output> out, Report report) {
        numbers.take(out);
        statuses.take(out);
        ledger.take(out);
        tables(out);
        boolean counts = counts(entry);
        boolean refused = out.stream().anyMatch(o -> o.value() instanceof Reject);
        Wrong.unless(counts || !refused, "an entry that does not count is refused:", entry);
        Wrong.unless(counts || report == null, "a report that does not count:", entry);
        Wrong.unless(report == null || !refused, "a true report is refused:", entry, out);
        if (counts && !refused) {
            truths(state, entry);
            standing.take(entry.getEvent());
        }
        if (state.policy() == null) {
            return;
        }
        for (String sym : setting.syms()) {
            if (state.books.get(sym) != null) {
                standing.check(sym, targets.get(sym), requirements.get(sym), ledger.position(sym));
                Wrong.differ("the position of " + sym + " as its true reports make it",
                        ledger.position(sym), truth.known(sym));
            }
        }
        Books.check(state);
    }

    private void tables(List<Output> out) {
        for (Output o : out) {
            if (o.value() instanceof AggTarget t) {
                targets.put(o.key(), t);
            } else if (o.value() instanceof Requirement r) {
                requirements.put(o.key(), r);
            } else if (o.value() instanceof Breach b && b.getCode() == BreachCode.CLOCK_JUMP) {
                market.jumped();
            }
        }
    }

    /** Whether an entry is newer than the last of its topic, and none before it is missing. */
    private boolean counts(JournalEntry entry) {
        if (entry.getEvent() instanceof Tick || entry.getEvent() instanceof Quote) {
            return true;
        }
        Source s = entry.getSource();
        long last = accepted.getOrDefault(s.getTopicid(), -1L);
        if (s.getOffset() <= last || s.getPrevoffset() > last) {
            return false;
        }
        accepted.put(s.getTopicid(), s.getOffset());
        return true;
    }

    /** What operators and the back office say makes itself true. */
    private void truths(State state, JournalEntry entry) {
        Object event = entry.getEvent();
        if (event instanceof Control c && c.getAction() == ControlAction.ADJUST) {
            truth.shift(c.getSym(), c.getQty());
        } else if (event instanceof PositionStatement s && s.getType() == StatementType.OPENING) {
            truth.shift(s.getSym(), s.getPosition() - truth.known(s.getSym()));
        } else if (event instanceof Quote q) {
            market.take(state, q, Micros.of(entry.getTime()));
        }
    }

    void instruction(State state, ChildOrder c) {
        exposure.check(state, c, requirements.get(c.getSym()));
    }

    Requirement requirement(String sym) {
        return requirements.get(sym);
    }

    static boolean log(Stream stream) {
        return stream == Stream.FILLS || stream == Stream.BREACHES;
    }
}
