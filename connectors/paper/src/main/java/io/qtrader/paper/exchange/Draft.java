package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.Reason;
import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.ReportType;
import io.qtrader.schemas.Side;
import java.time.LocalDate;

/** A report being written: begun from an order, so that it always says how the order stands. */
final class Draft {

    private static final long DAY_MICROS = 86_400_000_000L;

    private final ReportType type;
    private final long time;
    private final VenueOrder order;
    private String clordid;
    private String sym;
    private Side side;
    private String refexecid;
    private String tradedate;
    private long qty;
    private double price;
    private long cumqty;
    private long leavesqty;
    private long ordqty;
    private double ordprice;
    private Reason reason;
    private boolean transientReject;
    private String text;
    private String ref;

    /** About an order. */
    Draft(ReportType type, long time, VenueOrder order) {
        this.type = type;
        this.time = time;
        this.order = order;
        this.tradedate = LocalDate.ofEpochDay(day(time)).toString();
        if (order != null) {
            clordid = order.clordid;
            sym = order.sym;
            side = order.side;
            cumqty = order.cumqty;
            leavesqty = order.leavesqty();
            ordqty = order.size;
            ordprice = order.price;
        }
    }

    /** The trade date, which is the UTC date, as a day since the epoch. */
    static long day(long micros) {
        return Math.floorDiv(micros, DAY_MICROS);
    }

    static long endOfDay(long micros) {
        return (day(micros) + 1) * DAY_MICROS;
    }

    Draft answering(String value) {
        clordid = value;
        return this;
    }

    Draft of(String symbol, Side s) {
        sym = symbol;
        side = s;
        return this;
    }

    Draft executed(long quantity, double at) {
        qty = quantity;
        price = at;
        return this;
    }

    Draft on(Report execution) {
        refexecid = execution.execid();
        tradedate = execution.tradedate();
        return this;
    }

    Draft filled(long cum, long leaves) {
        cumqty = cum;
        leavesqty = leaves;
        return this;
    }

    Draft ordered(long size, double limit) {
        ordqty = size;
        ordprice = limit;
        return this;
    }

    Draft because(Reason why, boolean mayPass, String words) {
        reason = why;
        transientReject = mayPass;
        text = words;
        return this;
    }

    Draft saying(String words) {
        text = words;
        return this;
    }

    Draft echoing(String value) {
        ref = value;
        return this;
    }

    Report write(String execid) {
        return new Report(type, clordid, order == null ? null : order.orderid, execid, refexecid,
                tradedate, time, sym, side, qty, price, cumqty, leavesqty, ordqty, ordprice, reason,
                transientReject, text, ref);
    }
}
