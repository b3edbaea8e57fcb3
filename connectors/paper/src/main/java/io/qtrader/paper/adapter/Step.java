package io.qtrader.paper.adapter;

import io.qtrader.paper.wire.Request;
import io.qtrader.schemas.Execution;

/** One thing to be done; the next begins when this one is done. */
sealed interface Step {

    /** Write it to the log, and let the state follow. */
    record Persist(LogEntry entry) implements Step {}

    /** Send it to the exchange. */
    record Send(Request request) implements Step {}

    /** Publish it on executions. */
    record Publish(Execution execution) implements Step {}
}
