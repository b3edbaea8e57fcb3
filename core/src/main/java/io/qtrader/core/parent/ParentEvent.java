package io.qtrader.core.parent;

/** What ends a parent order, once no child of it is live (P5). */
public enum ParentEvent {
    /** filled >= tgtqty > 0. */
    MET,
    /** The requirement is on the other side. */
    REVERSED,
    /** The requirement is gone, or below a lot, and nothing of it was filled. */
    WITHDRAWN,
    /** It cannot go on: refused, or too often refused for now (E6). */
    GIVEN_UP
}
