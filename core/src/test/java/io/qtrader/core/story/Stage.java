package io.qtrader.core.story;

import io.qtrader.core.state.Output;
import io.qtrader.schemas.JournalEntry;
import java.util.List;

/** Where a story is run: something that has a journal, and makes outputs of its entries. */
public interface Stage {
    /** Writes the next entry into the journal. Returns all that comes out for it, in order. */
    List<Output> enter(JournalEntry entry);
}
