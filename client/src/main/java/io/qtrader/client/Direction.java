package io.qtrader.client;

/** On which side of the journal a topic stands. */
public enum Direction {
    /** Written by others, read by the sequencer. */
    IN,
    /** The journal itself. */
    MID,
    /** Written by the Oms, partition for partition as the journal. */
    OUT,
    /** Beside the flow: what the sequencer keeps for operators and for itself. */
    ASIDE
}
