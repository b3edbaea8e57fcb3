package io.qtrader.topology.sequencer;

import io.qtrader.core.state.Ids;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Side;
import io.qtrader.schemas.StatementType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Inputs as their writers would send them. */
final class Events {
    private Events() {}

    static Intent intent(String sym, String strat, long tgtpos) {
        return new Intent(SequencerDriver.START, sym, strat, tgtpos, 0.5, Map.of());
    }

    static Quote quote(String sym, double bid, double ask) {
        return new Quote(SequencerDriver.START, sym, bid, ask, 0.0, 0L, 0L, 0L);
    }

    static PositionStatement statement(String sym, long position) {
        return new PositionStatement(
                SequencerDriver.START,
                StatementType.RUNNING,
                sym,
                position,
                null,
                null,
                List.of(),
                null);
    }

    static Execution fill(long childid, String sym, long qty) {
        return execution(ExecutionType.FILL, childid, sym, qty);
    }

    static Execution execution(ExecutionType type, long childid, String sym, long qty) {
        return Execution.newBuilder()
                .setTime(SequencerDriver.START)
                .setType(type)
                .setChildid(childid)
                .setBrokerid("paper")
                .setExecid("e1")
                .setTradedate(LocalDate.of(2026, 1, 5))
                .setSym(sym)
                .setSide(Side.BUY)
                .setQty(qty)
                .setPrice(qty == 0 ? 0 : 182.5)
                .setCumqty(qty)
                .setLeavesqty(0)
                .build();
    }

    static Control.Builder control(ControlAction action) {
        return Control.newBuilder()
                .setTime(SequencerDriver.START)
                .setAction(action)
                .setOperator("kim");
    }

    /** The n-th child of a journal partition. */
    static long child(int partition, long n) {
        return Ids.of(partition, n);
    }
}
