package io.qtrader.paper.wire;

/** What a {@link Report} says (FIX 150, lifted). */
public enum ReportType {
    NEW,
    FILL,
    CANCELED,
    REPLACED,
    REJECTED,
    CANCEL_REJECTED,
    REPLACE_REJECTED,
    EXPIRED,
    BUST,
    CORRECT,
    /** Answer to a status request: how the order stands. */
    STATUS,
    /** Answer to a status request: no order was ever received under that client order id. */
    UNKNOWN
}
