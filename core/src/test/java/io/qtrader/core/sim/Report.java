package io.qtrader.core.sim;

import io.qtrader.schemas.Execution;

/** A report on its way from the broker, and what qtrader learns by it. */
final class Report {
    final Execution execution;
    /** The order that it is about; null where it is about none. */
    final BrokerOrder order;
    /** What it tells; null where it tells of no trade. */
    final Trade trade;
    final Trade.Correction correction;
    /** Step at which it arrives. */
    long due;
    /** Held back until it is asked for. */
    boolean held;
    Report(Execution execution, BrokerOrder order, Trade trade, Trade.Correction correction) {
        this.execution = execution;
        this.order = order;
        this.trade = trade;
        this.correction = correction;
    }
}
