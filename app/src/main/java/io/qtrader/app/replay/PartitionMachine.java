package io.qtrader.app.replay;

import io.qtrader.app.CommandFailure;
import io.qtrader.core.Machine;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.State;
import java.util.List;

/** The core's machine of one journal partition, fed with its entries; keeps no more than it must. */
public final class PartitionMachine {

    private final String journal;
    private final State state = new State();

    /**
     * An empty machine.
     *
     * @param journal what the journal is called in messages
     */
    public PartitionMachine(String journal) {
        this.journal = journal;
    }

    /**
     * Applies the next entry.
     *
     * @return what it makes, in order; the place is the index of {@code qtrader-seq}
     * @throws CommandFailure where it cannot be applied, naming its place
     */
    public List<Output> apply(JournalLine line) {
        try {
            List<Output> outputs = Machine.apply(state, line.offset(), line.entry());
            // They are for a store, and there is none.
            state.forgetChanges();
            return outputs;
        } catch (RuntimeException e) {
            throw new CommandFailure(journal + " partition " + line.partition() + " offset "
                    + line.offset() + " cannot be applied (" + e.getMessage() + "); the entry is "
                    + line.entry(),
                    "if the live system has applied it, this build is not the one it ran", e);
        }
    }

    /** What it remembers now. */
    public State state() {
        return state;
    }
}
