package io.qtrader.core.child;

/** What can happen to a child order, as far as its status is concerned. */
public enum ChildEvent {
    /** The broker has it. */
    ACKED,
    /** A fill that leaves something of its size open. */
    FILLED_SOME,
    /** The fill that completes its size. */
    FILLED_ALL,
    /** The broker says that nothing is open any more: cancelled, expired. */
    CLOSED,
    /** The broker refused it, or never had it. */
    REFUSED,
    /** A fill was taken back, others stand. */
    BUSTED_SOME,
    /** The only fill was taken back. */
    BUSTED_ALL,
    /** A bust left it open at the broker, with something filled. */
    REVIVED_SOME,
    /** A bust left it open at the broker, with nothing filled. */
    REVIVED_ALL
}
