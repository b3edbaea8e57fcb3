package io.qtrader.core;

import io.qtrader.core.control.Controls;
import io.qtrader.core.execution.Executions;
import io.qtrader.core.net.Netting;
import io.qtrader.core.net.Quotes;
import io.qtrader.core.position.Positions;
import io.qtrader.core.state.JournalGapException;
import io.qtrader.core.state.Meta;
import io.qtrader.core.state.Names;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.State;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.core.time.ActiveClock;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.RejectCode;
import io.qtrader.schemas.Tick;
import java.util.List;
import java.util.TreeSet;

/** Applies journal entries to a state, one at a time, in journal order. */
public final class Machine {
    private Machine() {}

    /**
     * Applies one journal entry.
     *
     * @param state the state of the entry's journal partition; changed by the call
     * @param offset the entry's offset; at or below the applied one it is known, and nothing happens
     * @param entry the entry
     * @return what goes out, in order; the place in the list is the index of its {@code qtrader-seq}
     * @throws JournalGapException when the offset is not the next one
     * @throws IllegalStateException when the journal does not begin with GENESIS, or for a bug
     */
    public static List<Output> apply(State state, long offset, JournalEntry entry) {
        if (offset <= state.applied()) {
            return List.of();
        }
        if (offset != state.applied() + 1) {
            throw new JournalGapException(state.partition(), state.applied(), offset);
        }
        Step step = new Step(state, offset, entry);
        if (offset == 0) {
            genesis(state, entry);
            // The POLICY behind it names it as what went before.
            Sources.accept(step);
        } else {
            event(step);
        }
        state.applied(offset);
        return step.outputs();
    }

    private static void genesis(State state, JournalEntry entry) {
        if (!(entry.getEvent() instanceof Control c) || c.getAction() != ControlAction.GENESIS
                || !(c.getDetail() instanceof Genesis genesis)) {
            throw new IllegalStateException("journal offset 0: expected GENESIS, found "
                    + entry.getEvent().getClass().getSimpleName()
                    + "; the journal was not made by `topics create`");
        }
        Meta meta = state.meta();
        meta.journalid = genesis.getJournalid();
        meta.partition = genesis.getPartition();
        meta.partitions = genesis.getPartitions();
    }

    private static void event(Step step) {
        if (!Sources.isSetup(step.entry().getSource())) {
            ActiveClock.advance(step);
        }
        TreeSet<String> symbols = new TreeSet<>();
        if (Sources.accept(step)) {
            dispatch(step, symbols);
        }
        if (step.policy() != null) {
            Passing.time(step, symbols);
            for (String sym : symbols) {
                Decisions.evaluate(step, sym);
            }
        }
    }

    /** Facts first: the one dispatch over the events of a journal entry. */
    private static void dispatch(Step step, TreeSet<String> symbols) {
        Object event = step.entry().getEvent();
        String sym = symbol(event);
        boolean setsPolicy = event instanceof Control c && c.getAction() == ControlAction.POLICY;
        if (step.policy() == null && !setsPolicy && !(event instanceof Tick)) {
            step.reject(RejectCode.NO_POLICY, Subject.of(sym), "no POLICY stands before this entry");
        } else if (sym != null && !Names.valid(sym) && !(event instanceof Execution)) {
            step.reject(RejectCode.NAME_INVALID, Subject.of(sym), "sym has " + sym.length()
                    + " characters, allowed are 1 to " + Names.MAX_LENGTH + " without control characters or |");
        } else if (event instanceof Intent intent) {
            if (Netting.intent(step, intent)) {
                symbols.add(sym);
            }
        } else if (event instanceof Execution execution) {
            execution(step, execution, symbols);
        } else if (event instanceof PositionStatement statement) {
            Positions.statement(step, statement);
            symbols.add(sym);
        } else if (event instanceof Quote quote) {
            if (Quotes.apply(step, quote)) {
                symbols.add(sym);
            }
        } else if (event instanceof Control control) {
            symbols.addAll(Controls.apply(step, control));
        } else if (!(event instanceof Tick)) {
            throw new IllegalStateException("no rule for a " + event.getClass().getName());
        }
    }

    private static void execution(Step step, Execution execution, TreeSet<String> symbols) {
        String sym = Executions.apply(step, execution);
        if (sym != null) {
            symbols.add(sym);
        } else {
            // Whatever it was, it may have halted everything.
            symbols.addAll(step.state().books.keys());
        }
    }

    private static String symbol(Object event) {
        if (event instanceof Intent intent) {
            return intent.getSym();
        } else if (event instanceof Execution execution) {
            return execution.getSym();
        } else if (event instanceof PositionStatement statement) {
            return statement.getSym();
        } else if (event instanceof Quote quote) {
            return quote.getSym();
        }
        return event instanceof Control control ? control.getSym() : null;
    }
}
