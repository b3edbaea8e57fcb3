package io.qtrader.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.OrderStatus;
import io.qtrader.schemas.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Digests tell equal from different. */
class DigestTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void everythingThatABrokerActsOnIsInTheDigestOfAnInstruction() {
        List<Consumer<ChildOrder>> changes = List.of(
                c -> c.setChildid(2L), c -> c.setOrderid(2L), c -> c.setBrokerid("other"),
                c -> c.setVenue("X"), c -> c.setSym("MSFT"), c -> c.setSide(Side.SELL),
                c -> c.setPrice(182.52), c -> c.setSize(101L), c -> c.setAction(ChildAction.CANCEL),
                c -> c.setRequest(1), c -> c.setSent(NOON.plusMillis(1)),
                c -> c.setLastupdate(NOON.plusMillis(1)));
        Set<Long> digests = new HashSet<>();
        digests.add(Digest.of(0, instruction()));
        for (Consumer<ChildOrder> change : changes) {
            ChildOrder changed = instruction();
            change.accept(changed);
            digests.add(Digest.of(0, changed));
        }

        assertThat(digests).hasSize(1 + changes.size());
    }

    @Test
    void theChainDependsOnAllBeforeIt() {
        assertThat(Digest.of(1, instruction())).isNotEqualTo(Digest.of(0, instruction()));
        assertThat(Digest.of(1, instruction())).isEqualTo(Digest.of(1, instruction()));
    }

    @Test
    void textsDoNotRunIntoEachOther() {
        ChildOrder one = instruction();
        one.setBrokerid("ab");
        one.setVenue("c");
        ChildOrder two = instruction();
        two.setBrokerid("a");
        two.setVenue("bc");

        assertThat(Digest.of(0, one)).isNotEqualTo(Digest.of(0, two));
    }

    @Test
    void aReportRepeatedIsEqualEvenWhereTheBrokerCountsOnMeanwhile() {
        Execution again = fill();
        again.setCumqty(90L);
        again.setLeavesqty(10L);
        again.setTime(NOON.plusSeconds(5));

        assertThat(Digest.of(again)).isEqualTo(Digest.of(fill()));
    }

    @Test
    void aReportThatMovesSomethingElseIsDifferent() {
        List<Consumer<Execution>> changes = List.of(
                e -> e.setType(ExecutionType.BUST), e -> e.setChildid(2L), e -> e.setSym("MSFT"),
                e -> e.setSide(Side.SELL), e -> e.setQty(41L), e -> e.setPrice(182.52),
                e -> e.setRefexecid("e0"));
        for (Consumer<Execution> change : changes) {
            Execution changed = fill();
            change.accept(changed);
            assertThat(Digest.of(changed)).isNotEqualTo(Digest.of(fill()));
        }
    }

    private static ChildOrder instruction() {
        return ChildOrder.newBuilder().setChildid(1).setOrderid(1).setBrokerid("paper").setVenue("")
                .setSym("AAPL").setSide(Side.BUY).setPrice(182.51).setSize(100)
                .setStatus(OrderStatus.NEW).setSent(NOON).setLastupdate(NOON)
                .setAction(ChildAction.NEW).setInflight(Inflight.NEW).build();
    }

    private static Execution fill() {
        return Execution.newBuilder().setTime(NOON).setType(ExecutionType.FILL).setChildid(1)
                .setBrokerid("paper").setExecid("e1").setTradedate(LocalDate.of(2026, 1, 5))
                .setSym("AAPL").setSide(Side.BUY).setQty(40).setPrice(182.51).setCumqty(40)
                .setLeavesqty(60).build();
    }
}
