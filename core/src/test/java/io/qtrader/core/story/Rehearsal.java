package io.qtrader.core.story;

import io.qtrader.core.Machine;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.State;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.JournalEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A story as the bare core plays it. What brokers say in it depends on what came out before, so a
 * journal that is to hold the whole story before anything runs is written from a rehearsal.
 */
public final class Rehearsal implements Stage {
    private final Genesis genesis;
    private final State state = new State();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<List<Output>> outputs = new ArrayList<>();

    private Rehearsal(Genesis genesis) {
        this.genesis = genesis;
    }

    /**
     * Plays a story through.
     *
     * @param genesis whose journal it is for, and which of its partitions
     * @throws StoryFailure as {@link Player#play} does
     */
    public static Rehearsal of(Story story, Genesis genesis) {
        Rehearsal rehearsal = new Rehearsal(genesis);
        Player.play(story, rehearsal);
        return rehearsal;
    }

    @Override
    public Genesis genesis() {
        return genesis;
    }

    @Override
    public List<Output> enter(JournalEntry entry) {
        List<Output> made = Machine.apply(state, journal.size(), entry);
        journal.add(entry);
        outputs.add(made);
        return made;
    }

    /** The journal that the story makes, from its first entry. */
    public List<JournalEntry> journal() {
        return Collections.unmodifiableList(journal);
    }

    /** What came out for each entry of the journal. */
    public List<List<Output>> outputs() {
        return Collections.unmodifiableList(outputs);
    }
}
