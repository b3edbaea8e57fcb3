package io.qtrader.paper.adapter;

import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.ReportType;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Makes executions: of the exchange's reports, and of what the adapter itself can answer. */
final class Executions {

    private final String brokerid;
    private final Supplier<Instant> clock;

    Executions(String brokerid, Supplier<Instant> clock) {
        this.brokerid = brokerid;
        this.clock = clock;
    }

    /**
     * Of a report about one of our children.
     *
     * @param id the child, and the number of the instruction that it answers
     * @param child as we know it, null where we do not; speaks where the exchange knows no order
     */
    Execution of(Report report, ClOrdId id, Child child) {
        Execution e = blank(type(report.exec()), id, report.sym(), report.side());
        e.setTime(Instant.EPOCH.plus(report.time(), ChronoUnit.MICROS));
        e.setTradedate(LocalDate.parse(report.tradedate()));
        e.setExecid(report.execid());
        e.setRefexecid(report.refexecid());
        e.setBrokerorderid(report.orderid());
        e.setQty(report.qty());
        e.setPrice(report.price());
        e.setTransient$(report.transientReject());
        e.setNote(report.text());
        if (report.orderid() != null) {
            e.setCumqty(report.cumqty());
            e.setLeavesqty(report.leavesqty());
            e.setOrdqty(report.ordqty());
            e.setOrdprice(report.ordprice());
        } else if (child != null) {
            e.setSym(child.sym);
            e.setSide(child.side);
            e.setCumqty(child.cumqty);
            e.setLeavesqty(child.leavesqty);
        }
        return e;
    }

    /** Of a fill under an order of our session that is none of ours. */
    Execution unsolicited(Report report) {
        Execution e = of(report, ClOrdId.of(0, 0), null);
        e.setType(ExecutionType.UNSOLICITED);
        return e;
    }

    /** Of our own knowledge: the exchange never had, and never gets, this child. */
    Execution own(ExecutionType type, ClOrdId id, String sym, Side side, String note) {
        Execution e = blank(type, id, sym, side);
        e.setNote(note);
        return e;
    }

    private Execution blank(ExecutionType type, ClOrdId id, String sym, Side side) {
        Instant now = clock.get().truncatedTo(ChronoUnit.MICROS);
        return Execution.newBuilder()
                .setTime(now)
                .setType(type)
                .setChildid(id.childid())
                .setRequest(id.request())
                .setBrokerid(brokerid)
                .setExecid("")
                .setTradedate(LocalDate.ofInstant(now, ZoneOffset.UTC))
                .setSym(sym == null ? "" : sym)
                .setSide(side == null ? Side.BUY : side)
                .setQty(0)
                .setPrice(0)
                .setCumqty(0)
                .setLeavesqty(0)
                .build();
    }

    private static ExecutionType type(ReportType exec) {
        return switch (exec) {
            case NEW -> ExecutionType.NEW;
            case FILL -> ExecutionType.FILL;
            case CANCELED -> ExecutionType.CANCELED;
            case REPLACED -> ExecutionType.REPLACED;
            case REJECTED -> ExecutionType.REJECTED;
            case CANCEL_REJECTED -> ExecutionType.CANCEL_REJECTED;
            case REPLACE_REJECTED -> ExecutionType.REPLACE_REJECTED;
            case EXPIRED -> ExecutionType.EXPIRED;
            case BUST -> ExecutionType.BUST;
            case CORRECT -> ExecutionType.CORRECT;
            case STATUS -> ExecutionType.STATUS;
            case UNKNOWN -> ExecutionType.NEVER_RECEIVED;
        };
    }
}
