package io.qtrader.topology.blotter;

import io.qtrader.schemas.Algo;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Fill;
import io.qtrader.schemas.FillMark;
import io.qtrader.schemas.FillType;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.OrderStatus;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.ParentOrderStatus;
import io.qtrader.schemas.Position;
import io.qtrader.schemas.Reject;
import io.qtrader.schemas.RejectCode;
import io.qtrader.schemas.Side;
import io.qtrader.schemas.Source;
import io.qtrader.schemas.StrategyShare;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Output records as the Oms would make them. */
final class Outputs {

    static final Instant TIME = Instant.parse("2026-01-05T14:30:00.000250Z");

    private Outputs() {}

    static Position position(String sym, long position) {
        return new Position(TIME, sym, position, position, 0L, 0L, 0L);
    }

    static ParentOrder parent(long id, String sym, ParentOrderStatus status) {
        return ParentOrder.newBuilder()
                .setParentid(id)
                .setSym(sym)
                .setSide(Side.BUY)
                .setTgtqty(300)
                .setFilled(0)
                .setAlgo(Algo.TWAP)
                .setUrgency(0.6333)
                .setStatus(status)
                .setCreated(TIME)
                .setDeadline(TIME.plusSeconds(60))
                .setRevision(0)
                .setUpdated(TIME.plusSeconds(id))
                .build();
    }

    static Order order(long id, long parentid, OrderStatus status) {
        return Order.newBuilder()
                .setOrderid(id)
                .setParentid(parentid)
                .setSym("AAPL")
                .setSide(Side.BUY)
                .setPrice(182.51)
                .setSize(100)
                .setFilled(0)
                .setPending(100)
                .setStatus(status)
                .setTsnew(TIME)
                .setTsupdate(TIME)
                .build();
    }

    static ChildOrder child(long id, long orderid) {
        return ChildOrder.newBuilder()
                .setChildid(id)
                .setOrderid(orderid)
                .setBrokerid("paper")
                .setVenue("")
                .setSym("AAPL")
                .setSide(Side.BUY)
                .setPrice(182.51)
                .setSize(100)
                .setStatus(OrderStatus.NEW)
                .setSent(TIME)
                .setLastupdate(TIME)
                .setInflight(Inflight.NONE)
                .build();
    }

    static Fill fill(long childid, String execid) {
        return Fill.newBuilder()
                .setTime(TIME)
                .setExectime(TIME)
                .setType(FillType.FILL)
                .setMark(FillMark.NONE)
                .setBrokerid("paper")
                .setTradedate(LocalDate.of(2026, 1, 5))
                .setExecid(execid)
                .setChildid(childid)
                .setOrderid(1)
                .setParentid(1)
                .setSym("AAPL")
                .setSide(Side.BUY)
                .setQty(40)
                .setPrice(182.5)
                .setPosition(40)
                .setShares(List.of(new StrategyShare("strat1", 40L)))
                .build();
    }

    static Reject reject(long id) {
        return Reject.newBuilder()
                .setRejectid(id)
                .setTime(TIME.plusSeconds(id))
                .setCode(RejectCode.STALE)
                .setSource(new Source("t", "intents", 0, id, 0, -1L, -1))
                .setText("STALE: time=1, last=2")
                .build();
    }
}
