package io.qtrader.core.story.bare;

import io.qtrader.core.Machine;
import io.qtrader.core.state.JournalGapException;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.State;
import io.qtrader.core.story.Stage;
import io.qtrader.schemas.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The bare core as a stage. After every entry the state is made anew from the rows that it gave
 * out, so that a change that was not put is lost and found; beside it runs a core that is never
 * restored, and both must say the same.
 */
public final class CoreStage implements Stage {
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Store store = new Store();
    private final State steady = new State();
    private final Store steadyStore = new Store();
    private State restored = new State();

    @Override
    public List<Output> enter(JournalEntry entry) {
        long offset = journal.size();
        journal.add(entry);
        List<Output> outputs = Machine.apply(restored, offset, entry);
        String text = Bytes.of(outputs);
        said.add(text);
        restored = store.drainAndRestore(restored);

        same("a core that is restored and one that is not say", text,
                Bytes.of(Machine.apply(steady, offset, entry)));
        steadyStore.drain(steady);
        same("a core that is restored and one that is not remember", store.toString(),
                steadyStore.toString());
        same("what a core has put and what it has in memory are", store.toString(), Store.all(steady));
        return outputs;
    }

    /** Runs the journal a second time from its beginning: every output must be the same, byte for byte. */
    public void replay() {
        State state = new State();
        for (int offset = 0; offset < journal.size(); offset++) {
            same("a second run says", said.get(offset),
                    Bytes.of(Machine.apply(state, offset, journal.get(offset))));
            known(state, offset);
        }
    }

    /** What was applied is known; what would leave a gap is refused. */
    private void known(State state, int offset) {
        JournalEntry entry = journal.get(offset);
        if (!Machine.apply(state, offset, entry).isEmpty()) {
            throw new IllegalStateException("an entry was applied twice: offset=" + offset);
        }
        try {
            Machine.apply(state, offset + 2L, entry);
        } catch (JournalGapException e) {
            return;
        }
        throw new IllegalStateException("a gap was not refused: after offset=" + offset);
    }

    private void same(String what, String first, String second) {
        if (!first.equals(second)) {
            throw new IllegalStateException(what + " different things at offset " + (journal.size() - 1)
                    + ":\n" + first + "\n--- and\n" + second);
        }
    }
}
