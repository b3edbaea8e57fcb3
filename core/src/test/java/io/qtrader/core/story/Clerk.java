package io.qtrader.core.story;

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
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Writes what happens into journal entries, as a sequencer does: stamps the time, names the source. */
final class Clerk {
    private static final Instant OPEN = Instant.parse("2026-01-05T14:30:00Z");

    private final Map<String, Long> offsets = new HashMap<>();
    private final Genesis genesis;
    private Instant now = OPEN;
    private Duration step = Duration.ofMillis(1);

    Clerk(Genesis genesis) {
        this.genesis = genesis;
    }

    /** How many partitions the journal has. */
    int partitions() {
        return genesis.getPartitions();
    }

    /** The time that the last entry was stamped with. */
    Instant now() {
        return now;
    }

    /** Lets time pass; back too, as a wrong clock does. */
    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A millisecond passes from one event to the next, unless the story has set another pace. */
    void pass() {
        pass(step);
    }

    /** How much time passes from one event to the next from now on. */
    void pace(Duration between) {
        step = between;
    }

    /** The first entries of every journal partition. */
    List<JournalEntry> setup(Policy policy) {
        return List.of(
                setup(0, ControlAction.GENESIS, genesis),
                setup(1, ControlAction.POLICY, policy));
    }

    private JournalEntry setup(int offset, ControlAction action, SpecificRecord detail) {
        Control control = Control.newBuilder().setTime(now).setAction(action)
                .setOperator("setup").setDetail(detail).build();
        Source source = new Source("setup", "setup", 0, (long) offset, 0, offset - 1L,
                offset == 0 ? -1 : 0);
        return new JournalEntry(source, now, control);
    }

    JournalEntry entry(SpecificRecord event) {
        return new JournalEntry(source(topic(event)), now, event);
    }

    private Source source(String topic) {
        if (topic.isEmpty()) {
            return new Source("", "", 0, 0L, 0, -1L, -1);
        }
        long offset = offsets.merge(topic, 1L, Long::sum) - 1;
        return new Source("id-" + topic, topic, 0, offset, 0, offset - 1, offset == 0 ? -1 : 0);
    }

    private static String topic(SpecificRecord event) {
        if (event instanceof Intent) {
            return "qtrader.intents";
        } else if (event instanceof Execution) {
            return "qtrader.executions";
        } else if (event instanceof PositionStatement) {
            return "qtrader.positions";
        } else if (event instanceof Quote) {
            return "qtrader.quotes";
        } else if (event instanceof Tick) {
            return "";
        }
        return "qtrader.controls";
    }
}
