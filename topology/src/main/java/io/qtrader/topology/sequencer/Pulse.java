package io.qtrader.topology.sequencer;

/**
 * When one journal partition is to be ticked: often while it is in use, since deadlines and slices
 * wait for it, and seldom while it is not, since every tick stays in the journal for ever.
 */
final class Pulse {
    /** Between two ticks while the partition is in use [ms]. */
    static final long BUSY_MS = 100;

    /** Between two ticks while it is not [ms]. */
    static final long QUIET_MS = 1000;

    /** How long after the last entry that was no tick a partition counts as in use [ms]. */
    static final long LINGER_MS = 10_000;

    private long busyUntil = Long.MIN_VALUE;
    private long due = Long.MIN_VALUE;
    private long written;

    /**
     * Says whether to tick now.
     *
     * @param now wall clock [ms]
     * @param writtenSoFar a count that grows with whatever but ticks is written there
     */
    boolean beats(long now, long writtenSoFar) {
        if (writtenSoFar != written) {
            written = writtenSoFar;
            busyUntil = now + LINGER_MS;
            due = Math.min(due, now + BUSY_MS);
        }
        if (now < due) {
            return false;
        }
        long interval = now < busyUntil ? BUSY_MS : QUIET_MS;
        // From the moment that was due, so that a late call does not put off the next tick; unless
        // this is the first, or so late that the next is due already.
        due = due < now - interval ? now + interval : due + interval;
        return true;
    }
}
