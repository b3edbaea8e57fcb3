package io.qtrader.app.story;

import io.qtrader.core.state.Output;
import io.qtrader.core.story.Rehearsal;
import io.qtrader.core.story.Stage;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.JournalEntry;
import java.util.List;

/**
 * A partition of outputs as a stage, after the fact: its journal holds the whole story already, so
 * what a story enters must be what stands there.
 */
final class ReadStage implements Stage {

    private final Rehearsal rehearsal;
    private final Outputs outputs;
    private int offset;

    ReadStage(Rehearsal rehearsal, Outputs outputs) {
        this.rehearsal = rehearsal;
        this.outputs = outputs;
    }

    @Override
    public Genesis genesis() {
        return rehearsal.genesis();
    }

    @Override
    public List<Output> enter(JournalEntry entry) {
        same("entry", rehearsal.journal().get(offset), entry);
        List<Output> read =
                outputs.of(genesis().getPartition(), genesis().getJournalid(), offset);
        same("outputs", rehearsal.outputs().get(offset), read);
        offset++;
        return read;
    }

    /** As text, for no record that has NaN in it is equal to another. */
    private void same(String what, Object expected, Object found) {
        if (!expected.toString().equals(found.toString())) {
            throw new IllegalStateException(
                    what + " at offset " + offset + ": expected " + expected + ", found " + found);
        }
    }
}
