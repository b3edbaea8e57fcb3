package io.qtrader.paper.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.qtrader.schemas.Side;

/**
 * What the exchange reports of an order (FIX ExecutionReport and OrderCancelReject).
 *
 * @param clordid the request that this answers; the order's latest accepted one if it answers none
 * @param orderid the exchange's id of the order, absent where it knows none (FIX 37)
 * @param execid unique per trade date (FIX 17); a repeated report has the id of the first
 * @param refexecid with BUST and CORRECT: the execution that is meant
 * @param tradedate ISO date
 * @param time microseconds since the epoch
 * @param qty shares of this execution, else 0: with CORRECT what is right, with BUST what is gone
 * @param cumqty filled so far [shares]
 * @param leavesqty still open [shares], 0 when the order is done
 * @param ordqty total size as the exchange has it [shares]
 * @param reason with a refusal: why
 * @param transientReject with a refusal: the same request may succeed later
 * @param ref echo of the status request's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
        ReportType exec,
        String clordid,
        String orderid,
        String execid,
        String refexecid,
        String tradedate,
        long time,
        String sym,
        Side side,
        long qty,
        double price,
        long cumqty,
        long leavesqty,
        long ordqty,
        double ordprice,
        Reason reason,
        boolean transientReject,
        String text,
        String ref) {}
