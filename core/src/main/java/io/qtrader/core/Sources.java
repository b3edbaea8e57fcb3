package io.qtrader.core;

import io.qtrader.core.state.SourceRow;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Source;
import io.qtrader.schemas.Tick;

/** Drops journal entries that are repeats, or that overtook one that is still to come (prev rule). */
final class Sources {
    private static final String SETUP = "setup";

    private Sources() {}

    /** Whether an entry was written by set-up and not by a sequencer. */
    static boolean isSetup(Source source) {
        return source.getTopic().equals(SETUP);
    }

    /** Whether the step's entry counts; ticks and quotes always do, newest wins. */
    static boolean accept(Step step) {
        Object event = step.entry().getEvent();
        if (event instanceof Tick || event instanceof Quote) {
            return true;
        }
        Source s = step.entry().getSource();
        String key = s.getTopicid() + "/" + s.getPartition();
        SourceRow row = step.state().sources.get(key);
        SourcePosition last = row == null
                ? SourcePosition.NONE : new SourcePosition(row.offset, row.index);
        SourcePosition prev = new SourcePosition(s.getPrevoffset(), s.getPrevindex());
        if (!Acceptance.accepts(last, prev, new SourcePosition(s.getOffset(), s.getIndex()))) {
            step.meta().repeats++;
            return false;
        }
        step.state().sources.put(key, new SourceRow(s.getOffset(), s.getIndex()));
        return true;
    }
}
