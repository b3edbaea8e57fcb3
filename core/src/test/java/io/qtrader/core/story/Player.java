package io.qtrader.core.story;

import io.qtrader.core.state.Output;
import io.qtrader.schemas.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/** Plays a story on a stage: enters its events, and holds what comes out against what it says. */
public final class Player {
    private final Stage stage;
    private final Names names = new Names();
    private final Clerk clerk;
    private final Desk desk;
    private final Tables tables = new Tables();
    private final Teller teller = new Teller(names, tables);
    private final Invariants invariants;

    private Player(Stage stage) {
        this.stage = stage;
        this.clerk = new Clerk(stage.genesis());
        this.desk = new Desk(clerk, names);
        this.invariants = new Invariants(tables, stage.genesis().getPartition());
    }

    /**
     * Plays a story from the first entry of an empty journal.
     *
     * @throws StoryFailure where something else came out than it says, or an invariant does not hold
     */
    public static void play(Story story, Stage stage) {
        Player player = new Player(stage);
        for (JournalEntry entry : player.clerk.setup(Operator.policy())) {
            player.enter(entry);
        }
        for (Line line : story.lines()) {
            player.play(line);
        }
    }

    private void play(Line line) {
        if (line.event().get(0).equals("now")) {
            Matching.now(line, new TableTeller(names, tables).rows());
            return;
        }
        List<Facts> seen = new ArrayList<>();
        try {
            for (JournalEntry entry : desk.entries(line)) {
                seen.addAll(enter(entry));
            }
        } catch (StoryFailure e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            throw new StoryFailure(line, e + Matching.list("\n  what came out before:", seen), e);
        }
        Matching.check(line, seen);
    }

    private List<Facts> enter(JournalEntry entry) {
        List<Output> outputs = stage.enter(entry);
        List<Facts> seen = new ArrayList<>();
        for (Output output : outputs) {
            Facts facts = teller.tell(output);
            if (facts != null) {
                seen.add(facts);
            }
            invariants.before(output);
            tables.take(output);
        }
        desk.sees(outputs);
        invariants.check(entry, outputs);
        return seen;
    }
}
