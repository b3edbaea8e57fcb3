package io.qtrader.core.parent;

import static io.qtrader.schemas.ParentOrderStatus.CANCELLED;
import static io.qtrader.schemas.ParentOrderStatus.DONE;
import static io.qtrader.schemas.ParentOrderStatus.FAILED;

import io.qtrader.schemas.ParentOrderStatus;

/** Status of a parent order: (status, event) -> status. What is not in the table is refused by name. */
public final class ParentTransitions {
    private static final ParentOrderStatus[][] NEXT = {
        // MET   REVERSED   WITHDRAWN  GIVEN_UP
        {DONE,   CANCELLED, CANCELLED, FAILED},  // WORKING
        {null,   null,      null,      null},    // DONE: terminal absorbs; a bust reopens the requirement, not the parent
        {null,   null,      null,      null},    // CANCELLED
        {null,   null,      null,      null},    // FAILED
    };

    private ParentTransitions() {}

    /**
     * The status after an event.
     *
     * @throws IllegalStateException for a parent that is terminal already
     */
    public static ParentOrderStatus next(ParentOrderStatus status, ParentEvent event) {
        ParentOrderStatus next = NEXT[status.ordinal()][event.ordinal()];
        if (next == null) {
            throw new IllegalStateException("a parent order that is " + status + " cannot be " + event);
        }
        return next;
    }

    /** Whether an event can meet a status at all. */
    public static boolean defined(ParentOrderStatus status, ParentEvent event) {
        return NEXT[status.ordinal()][event.ordinal()] != null;
    }
}
