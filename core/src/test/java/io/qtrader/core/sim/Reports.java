package io.qtrader.core.sim;

import io.qtrader.core.state.Micros;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Side;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Writes a broker's reports, each with what its book says at that moment. */
final class Reports {
    long now;
    private long last;
    private long execids;

    String execid() {
        execids++;
        return "E" + execids;
    }

    LocalDate today() {
        return Micros.instant(now).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The broker's clock never stands still, and never goes back. */
    private long moment() {
        last = Math.max(last + 1, now);
        return last;
    }

    Execution.Builder of(ExecutionType type, BrokerOrder o, int request) {
        return blank(type, o.brokerid, o.sym, o.buy).setChildid(o.childid).setRequest(request)
                .setBrokerorderid("B" + o.childid).setCumqty(o.cum()).setLeavesqty(o.leaves);
    }

    Execution.Builder blank(ExecutionType type, String brokerid, String sym, boolean buy) {
        return Execution.newBuilder().setTime(Micros.instant(moment())).setType(type).setChildid(0)
                .setBrokerid(brokerid).setExecid(execid()).setTradedate(today()).setSym(sym)
                .setSide(buy ? Side.BUY : Side.SELL).setQty(0).setPrice(0).setCumqty(0).setLeavesqty(0);
    }

    /** A report of a trade, by its own execid. */
    Execution.Builder trade(Trade t) {
        ExecutionType type = t.order == null ? ExecutionType.UNSOLICITED : ExecutionType.FILL;
        Execution.Builder e = t.order == null
                ? blank(type, "paper", t.sym, t.buy) : of(type, t.order, t.order.request);
        if (t.stray) {
            e.setType(ExecutionType.FILL).setChildid(777);
        }
        return e.setExecid(t.execid).setTradedate(t.date).setQty(t.qty).setPrice(t.price);
    }
}
