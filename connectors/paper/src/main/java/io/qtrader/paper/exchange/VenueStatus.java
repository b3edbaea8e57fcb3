package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.ReportType;

/** How an order stands at the exchange. */
public enum VenueStatus {
    /** Received, and not yet acknowledged. */
    PENDING,
    OPEN,
    FILLED,
    CANCELED,
    REJECTED,
    EXPIRED;

    /** Whether the order can never fill again, but for a bust that reopens it. */
    public boolean isDone() {
        return switch (this) {
            case PENDING, OPEN -> false;
            case FILLED, CANCELED, REJECTED, EXPIRED -> true;
        };
    }

    /** The status after a report with so much left open. */
    VenueStatus after(ReportType report, long leavesqty) {
        return switch (report) {
            case NEW -> this == PENDING ? OPEN : this;
            case REPLACED, FILL -> isDone() ? this : leavesqty > 0 ? OPEN : FILLED;
            // A bust that leaves something open has put it to work again.
            case BUST, CORRECT -> leavesqty > 0 ? OPEN : this == OPEN ? FILLED : this;
            case CANCELED -> CANCELED;
            case REJECTED -> REJECTED;
            case EXPIRED -> EXPIRED;
            case CANCEL_REJECTED, REPLACE_REJECTED, STATUS, UNKNOWN -> this;
        };
    }
}
