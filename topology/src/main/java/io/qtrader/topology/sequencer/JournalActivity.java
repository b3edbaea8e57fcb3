package io.qtrader.topology.sequencer;

/**
 * What is written to the journal besides our own ticks, by whomever. Used by several stream threads
 * at once.
 */
public interface JournalActivity {

    /** This process takes over ticking a partition: what was counted of its ticks is void. */
    void takeOver(int partition);

    /** This process has sent something other than a tick to a partition. */
    void wrote(int partition);

    /** This process has sent a tick to a partition. */
    void ticked(int partition);

    /** A count that grows with whatever but our ticks is written to a partition. */
    long written(int partition);
}
