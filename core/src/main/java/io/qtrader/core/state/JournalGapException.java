package io.qtrader.core.state;

/**
 * The journal entry offered is not the next one: state and journal do not belong together, or
 * entries were lost between them. Nothing was applied.
 */
public final class JournalGapException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public JournalGapException(int partition, long applied, long offset) {
        super("journal partition " + partition + ": expected offset " + (applied + 1)
                + " after " + applied + " applied, found " + offset);
    }
}
