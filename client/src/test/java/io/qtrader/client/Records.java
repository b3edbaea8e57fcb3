package io.qtrader.client;

import io.qtrader.schemas.Algo;
import io.qtrader.schemas.AlgoPolicy;
import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.Instrument;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.OrderStatus;
import io.qtrader.schemas.Policy;
import io.qtrader.schemas.Route;
import io.qtrader.schemas.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Records that tests share. */
final class Records {

    private Records() {}

    static Intent intent(String sym, long tgtpos) {
        return Intent.newBuilder()
                .setTime(Instant.parse("2025-01-02T14:30:00.123456Z"))
                .setSym(sym)
                .setStrat("strat1")
                .setTgtpos(tgtpos)
                .setUrgency(0.3)
                .setInfo(Map.of("desk", "index"))
                .build();
    }

    static Control policy(long maxqty) {
        Policy policy =
                Policy.newBuilder()
                        .setRulesversion(1)
                        .setAlgos(List.of(new AlgoPolicy(1.0, Algo.IMMEDIATE, 0L, 1)))
                        .setInstrument(new Instrument(1L, 0.01))
                        .setRoute(new Route("paper", "", true))
                        .setAcktimeoutms(1000)
                        .setUnknowntimeoutms(5000)
                        .setExplainms(5000)
                        .setJumpms(5000)
                        .setRebaseentries(10)
                        .setQuotefreshms(2000)
                        .setFuturems(1000)
                        .setRepricems(500)
                        .setRetryms(500)
                        .setRetries(3)
                        .setRestms(1000)
                        .setDisagreements(3)
                        .setKeepclosedms(60_000)
                        .setMaxqty(maxqty)
                        .build();
        return control(ControlAction.POLICY, null, policy);
    }

    static Control instrument(String sym) {
        return control(ControlAction.INSTRUMENT, sym, new Instrument(100L, 0.01));
    }

    private static Control control(ControlAction action, String sym, Object detail) {
        return Control.newBuilder()
                .setTime(Instant.EPOCH)
                .setAction(action)
                .setOperator("setup")
                .setSym(sym)
                .setDetail(detail)
                .build();
    }

    static ChildOrder childOrder(long childid) {
        Instant time = Instant.parse("2025-01-02T14:30:00Z");
        return ChildOrder.newBuilder()
                .setChildid(childid)
                .setOrderid(2)
                .setBrokerid("paper")
                .setVenue("")
                .setSym("AAPL")
                .setSide(Side.BUY)
                .setPrice(182.5)
                .setSize(100)
                .setStatus(OrderStatus.NEW)
                .setSent(time)
                .setLastupdate(time)
                .setAction(ChildAction.NEW)
                .setInflight(Inflight.NEW)
                .build();
    }

    static Execution execution(long childid) {
        return Execution.newBuilder()
                .setTime(Instant.parse("2025-01-02T14:30:01Z"))
                .setType(ExecutionType.NEW)
                .setChildid(childid)
                .setBrokerid("paper")
                .setExecid("")
                .setTradedate(LocalDate.of(2025, 1, 2))
                .setSym("AAPL")
                .setSide(Side.BUY)
                .setQty(0)
                .setPrice(0)
                .setCumqty(0)
                .setLeavesqty(100)
                .build();
    }
}
