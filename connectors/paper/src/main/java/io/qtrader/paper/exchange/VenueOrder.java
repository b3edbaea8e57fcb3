package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.ReportType;
import io.qtrader.paper.wire.Request;
import io.qtrader.schemas.Side;
import java.util.ArrayList;
import java.util.List;

/** One order in the exchange's books; only the {@link Ledger} changes what is not volatile. */
final class VenueOrder {

    final long number;
    final String sender;
    final String orderid;
    final String sym;
    final Side side;
    /** Every client order id that was used for this order, NEW's first. */
    final List<String> clordids = new ArrayList<>();
    /** The executions of this order in their order, for scripts that bust or repeat the k-th. */
    final List<Report> fills = new ArrayList<>();

    /** The latest accepted client order id of the chain. */
    String clordid;
    double price;
    long size;
    long cumqty;
    VenueStatus status = VenueStatus.PENDING;
    private int cancels;
    private int replaces;

    /** Volatile: no answer may overtake an earlier one of the same order. */
    long busyUntil;
    /** Volatile: it has not crossed at its present price, so the market comes to it. */
    boolean resting;
    /** Volatile: trades of the market up to this one came before its present price. */
    long tradesSeen;

    VenueOrder(long number, String sender, String orderid, Request.NewOrder request) {
        this.number = number;
        this.sender = sender;
        this.orderid = orderid;
        this.sym = request.sym();
        this.side = request.side();
        this.price = request.price();
        this.size = request.size();
        this.clordid = request.clordid();
        clordids.add(request.clordid());
    }

    long leavesqty() {
        return status.isDone() ? 0 : size - cumqty;
    }

    /** Whether no cancel, or no replace, of this order came before. */
    boolean isFirst(Request.Numbered amendment) {
        return (amendment instanceof Request.Cancel ? cancels : replaces) == 0;
    }

    void count(Request.Numbered amendment) {
        if (amendment instanceof Request.Cancel) {
            cancels++;
        } else {
            replaces++;
        }
    }

    /** Takes over what a report, first or at a restart, says of the order. */
    void apply(Report report) {
        cumqty = report.cumqty();
        if (report.exec() == ReportType.REPLACED) {
            clordid = report.clordid();
            size = report.ordqty();
            price = report.ordprice();
        }
        status = status.after(report.exec(), report.leavesqty());
    }
}
