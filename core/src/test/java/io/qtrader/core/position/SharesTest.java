package io.qtrader.core.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.core.state.State;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.StrategyRow;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Source;
import io.qtrader.schemas.StrategyShare;
import io.qtrader.schemas.Tick;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Fills are shared by what each strategy still wants, to the last share (S4). */
class SharesTest {
    private static final String SYM = "AAPL";

    @Example
    void theLargestRemainderGetsTheShareThatIsLeft() {
        Step step = step(List.of(100L, 200L, 33L));

        assertThat(byStrategy(Shares.share(step, SYM, 10))).isEqualTo(Map.of("s0", 3L, "s1", 6L, "s2", 1L));
    }

    @Example
    void equalRemaindersGoByName() {
        Step step = step(List.of(50L, 50L, 50L));

        assertThat(byStrategy(Shares.share(step, SYM, 1))).isEqualTo(Map.of("s0", 1L));
    }

    @Example
    void whatNobodyWantsIsTheHouses() {
        Step step = step(List.of(30L, -40L));

        assertThat(byStrategy(Shares.share(step, SYM, 50))).isEqualTo(Map.of("s0", 30L, "_house", 20L));
    }

    @Property
    void partsSumToTheWholeAndNobodyGetsMoreThanHeWantsButTheHouse(
            @ForAll("wants") List<Long> wants,
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long qty, @ForAll boolean buy) {
        Step step = step(wants);
        long moved = buy ? qty : -qty;
        Map<String, Long> parts = byStrategy(Shares.share(step, SYM, moved));

        assertThat(parts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(moved);
        long wanted = wants.stream().mapToLong(w -> Math.max(0, buy ? w : -w)).sum();
        assertThat(Math.abs(parts.getOrDefault(Shares.HOUSE, 0L))).isEqualTo(Math.max(0, qty - wanted));
        for (int i = 0; i < wants.size(); i++) {
            long part = parts.getOrDefault("s" + i, 0L) * (buy ? 1 : -1);
            assertThat(part).isBetween(0L, Math.max(0, buy ? wants.get(i) : -wants.get(i)));
        }
    }

    /** No part is a whole share away from the exact one. */
    @Property
    void partsAreTheExactOnesRounded(@ForAll("wants") List<Long> wants,
            @ForAll @IntRange(min = 1, max = 1_000_000) int qty) {
        long total = wants.stream().mapToLong(w -> Math.max(0, w)).sum();
        if (total == 0) {
            return;
        }
        long shared = Math.min(qty, total);
        Map<String, Long> parts = byStrategy(Shares.share(step(wants), SYM, qty));
        for (int i = 0; i < wants.size(); i++) {
            double exact = (double) shared * Math.max(0, wants.get(i)) / total;
            assertThat((double) parts.getOrDefault("s" + i, 0L)).isBetween(
                    Math.floor(exact - 1e-6), Math.ceil(exact + 1e-6));
        }
    }

    /** Shared in one fill or in many, the strategies end where they wanted to be. */
    @Property
    void manyFillsEndWhereOneDoes(@ForAll("wants") List<Long> wants, @ForAll @IntRange(min = 1, max = 50) int n) {
        Step step = step(wants);
        long total = wants.stream().mapToLong(w -> Math.max(0, w)).sum();
        for (long left = total; left > 0; left -= Math.min(left, total / n + 1)) {
            Shares.share(step, SYM, Math.min(left, total / n + 1));
        }
        for (int i = 0; i < wants.size(); i++) {
            assertThat(step.state().strategy(SYM, "s" + i).position).isEqualTo(Math.max(0, wants.get(i)));
        }
    }

    @Property
    void takingBackLeavesNothing(@ForAll("wants") List<Long> wants,
            @ForAll @IntRange(min = 1, max = 1_000_000) int qty) {
        Step step = step(wants);
        Shares.reverse(step, SYM, Shares.share(step, SYM, qty));

        assertThat(Strategies.holders(step, SYM)).isEmpty();
    }

    @Provide
    Arbitrary<List<Long>> wants() {
        return Arbitraries.longs().between(-1_000_000_000, 1_000_000_000).list().ofMinSize(1).ofMaxSize(8);
    }

    private static Map<String, Long> byStrategy(List<StrategyShare> shares) {
        return shares.stream().collect(Collectors.toMap(
                StrategyShare::getStrat, StrategyShare::getQty, (a, b) -> a + b, TreeMap::new));
    }

    private static Step step(List<Long> wants) {
        State state = new State();
        for (int i = 0; i < wants.size(); i++) {
            state.put(SYM, "s" + i, StrategyRow.newBuilder()
                    .setSpoken(true).setTgtpos(wants.get(i)).setAsked(wants.get(i)).build());
        }
        return new Step(state, 2, new JournalEntry(
                new Source("", "", 0, 0L, 0, -1L, -1), Instant.EPOCH, new Tick(0)));
    }
}
