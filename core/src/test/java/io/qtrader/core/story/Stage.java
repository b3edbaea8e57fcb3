package io.qtrader.core.story;

import io.qtrader.core.state.Output;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.JournalEntry;
import java.util.List;

/** Where a story is run: something that has a journal, and makes outputs of its entries. */
public interface Stage {
    /** Whose journal it is, and which of its partitions: the journal's first entry. */
    default Genesis genesis() {
        return new Genesis("story", 0, 1);
    }

    /** Writes the next entry into the journal. Returns all that comes out for it, in order. */
    List<Output> enter(JournalEntry entry);
}
