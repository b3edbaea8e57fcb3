package io.qtrader.core.order;

import io.qtrader.schemas.OrderStatus;

/** What the statuses of orders and children mean (seed section 7). */
public final class OrderStatuses {
    private OrderStatuses() {}

    /** Whether nothing more is expected of an order or child in this status. */
    public static boolean terminal(OrderStatus status) {
        return switch (status) {
            case NEW, PARTIAL -> false;
            case FILLED, CANCELLED, REJECTED -> true;
        };
    }
}
