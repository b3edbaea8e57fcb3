package io.qtrader.core.sim;

import io.qtrader.core.state.Micros;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Policy;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Source;
import io.qtrader.schemas.Tick;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The journal as a sequencer writes it: every input once where all goes well, with its source and prev. */
final class Journal {
    final List<JournalEntry> entries = new ArrayList<>();
    private final Map<String, Long> nextOffsets = new HashMap<>();
    private final Map<String, List<Integer>> written = new HashMap<>();
    long now;

    Journal(long now) {
        this.now = now;
    }

    JournalEntry genesis(int partition) {
        Control c = control(ControlAction.GENESIS).setDetail(
                new Genesis("sim", partition, Setting.PARTITIONS)).build();
        return new JournalEntry(new Source("setup", "setup", 0, 0L, 0, -1L, -1), Micros.instant(now), c);
    }

    JournalEntry policy(Policy policy) {
        Control c = control(ControlAction.POLICY).setDetail(policy).build();
        return new JournalEntry(new Source("setup", "setup", 0, 1L, 0, 0L, 0), Micros.instant(now), c);
    }

    Control.Builder control(ControlAction action) {
        return Control.newBuilder().setTime(Micros.instant(now)).setAction(action).setOperator("sim");
    }

    /** The next input of its topic. */
    JournalEntry next(Object event) {
        if (event instanceof Tick) {
            return new JournalEntry(new Source("", "", 0, 0L, 0, -1L, -1), Micros.instant(now), event);
        }
        String topic = topic(event);
        long offset = nextOffsets.merge(topic, 1L, Long::sum);
        return at(topic, offset, offset == 1 ? -1 : offset - 1, event);
    }

    /** An entry after another of its topic that was lost on its way to the journal. */
    JournalEntry overtaking(JournalEntry lost, Object event) {
        Source s = lost.getSource();
        return at(s.getTopic(), s.getOffset() + 1, s.getOffset(), event);
    }

    /** The same again, written now by a task that has just started: it says no prev. */
    JournalEntry again(JournalEntry entry) {
        Source s = entry.getSource();
        return at(s.getTopic(), s.getOffset(), -1, entry.getEvent());
    }

    private JournalEntry at(String topic, long offset, long prev, Object event) {
        return new JournalEntry(new Source("id-" + topic, topic, 0, offset, 0, prev, prev < 0 ? -1 : 0),
                Micros.instant(now), event);
    }

    long append(JournalEntry entry) {
        entries.add(entry);
        String topic = entry.getSource().getTopic();
        written.computeIfAbsent(topic, t -> new ArrayList<>()).add(entries.size() - 1);
        return entries.size() - 1;
    }

    /** Any earlier input of the desk or a broker, or null. */
    JournalEntry earlier(Dice dice) {
        List<Integer> of = written.get(dice.of("intents", "executions", "positions", "controls"));
        return of == null ? null : entries.get(of.get(dice.below(of.size())));
    }

    static String topic(Object event) {
        if (event instanceof Intent) {
            return "intents";
        } else if (event instanceof Execution) {
            return "executions";
        } else if (event instanceof PositionStatement) {
            return "positions";
        } else if (event instanceof Quote) {
            return "quotes";
        } else if (event instanceof Control) {
            return "controls";
        }
        throw new IllegalArgumentException("no topic for " + event);
    }
}
