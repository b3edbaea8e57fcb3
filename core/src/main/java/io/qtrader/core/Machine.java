package io.qtrader.core;

import io.qtrader.core.state.JournalGapException;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.State;
import io.qtrader.schemas.JournalEntry;
import java.util.List;

/** The machine: a pure function from state and journal entry to changed state and outputs. */
public final class Machine {
    private Machine() {}

    public static List<Output> apply(State state, long offset, JournalEntry entry) {
        if (offset <= state.applied()) {
            return List.of();
        }
        if (offset != state.applied() + 1) {
            throw new JournalGapException(state.partition(), state.applied(), offset);
        }
        state.meta().applied = offset;
        state.touchMeta();
        return List.of();
    }
}
