package io.qtrader.topology.sequencer;

/**
 * Why an input that may be readable goes to dead-letters, in the order of the checks; those of
 * {@link io.qtrader.client.UndecodableException.Reason} come after the first. Only what needs no
 * state is judged here: every other refusal is the Oms's, so that it replays.
 */
public enum Fault {
    /** Key and value together are larger than {@link Judge#LARGEST}. Not read, and cut off. */
    TOO_LARGE,
    /** No symbol where one is needed; and one that is there but empty never stands for all. */
    NO_SYMBOL,
    /** The child id names no partition of this journal. */
    FOREIGN_CHILD,
    /** GENESIS is set-up's alone. */
    RESERVED_ACTION
}
