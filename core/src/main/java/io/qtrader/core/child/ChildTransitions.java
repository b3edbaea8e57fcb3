package io.qtrader.core.child;

import static io.qtrader.schemas.OrderStatus.CANCELLED;
import static io.qtrader.schemas.OrderStatus.FILLED;
import static io.qtrader.schemas.OrderStatus.NEW;
import static io.qtrader.schemas.OrderStatus.PARTIAL;
import static io.qtrader.schemas.OrderStatus.REJECTED;

import io.qtrader.schemas.OrderStatus;

/** Status of a child order: (status, event) -> status. Statuses are exactly the seed's (O2). */
public final class ChildTransitions {
    private static final OrderStatus[][] NEXT = {
        // ACKED     FILLED_SOME  FILLED_ALL  CLOSED     REFUSED    BUSTED_SOME BUSTED_ALL REVIVED_SOME REVIVED_ALL
        {NEW,        PARTIAL,     FILLED,     CANCELLED, REJECTED,  NEW,        NEW,       PARTIAL,     NEW},  // NEW
        {PARTIAL,    PARTIAL,     FILLED,     CANCELLED, CANCELLED, PARTIAL,    NEW,       PARTIAL,     NEW},  // PARTIAL: refused after a fill contradicts itself; what traded stands
        {FILLED,     FILLED,      FILLED,     FILLED,    FILLED,    CANCELLED,  CANCELLED, PARTIAL,     NEW},  // FILLED absorbs whatever is outstanding (O3), but not a bust: what is busted is no longer open
        {CANCELLED,  CANCELLED,   FILLED,     CANCELLED, CANCELLED, CANCELLED,  CANCELLED, PARTIAL,     NEW},  // CANCELLED: a fill can be late, and can complete it
        {REJECTED,   CANCELLED,   FILLED,     REJECTED,  REJECTED,  REJECTED,   REJECTED,  PARTIAL,     NEW},  // REJECTED: a fill proves that it was not
    };

    private ChildTransitions() {}

    /** The status after an event. */
    public static OrderStatus next(OrderStatus status, ChildEvent event) {
        return NEXT[status.ordinal()][event.ordinal()];
    }
}
