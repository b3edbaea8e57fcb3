package io.qtrader.paper.wire;

/** Why a request was refused (FIX 103, 102). */
public enum Reason {
    /** The client order id was used before; this says nothing about the order that has it. */
    DUPLICATE,
    UNKNOWN_ORDER,
    TOO_LATE,
    /** A price, size or symbol that no exchange would take. */
    INVALID,
    /** The exchange would not, for reasons of its own. */
    BUSINESS
}
