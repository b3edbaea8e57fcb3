package io.qtrader.core.state;

/** The outputs of the machine, in the order in which one journal entry's records leave it. */
public enum Stream {
    FILLS,
    CHILD_ORDER_STATE,
    ORDERS,
    PARENT_ORDERS,
    NET_POSITIONS,
    STRATEGY_POSITIONS,
    TARGETS,
    REQUIREMENTS,
    EXEC_STATES,
    CHILD_ORDERS,
    BREACHES,
    REJECTS
}
