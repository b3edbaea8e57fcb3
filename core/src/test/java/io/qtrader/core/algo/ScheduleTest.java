package io.qtrader.core.algo;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.State;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.Algo;
import io.qtrader.schemas.AlgoPolicy;
import io.qtrader.schemas.Instrument;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Policy;
import io.qtrader.schemas.Route;
import io.qtrader.schemas.Source;
import io.qtrader.schemas.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What a TWAP lets go, and when (P6). Seconds on the active clock begin at 1000. */
class ScheduleTest {
    private static final long SECOND = 1_000_000;
    private static final long START = 1000 * SECOND;
    private static final long SLOW = 300_000;
    private static final long FAST = 800_000;

    private final State state = new State();
    private final Book book = state.book("AAPL");
    private final Step step;
    private ParentRow parent;

    ScheduleTest() {
        state.policy(policy());
        step = new Step(state, 2, new JournalEntry(
                new Source("", "", 0, 0L, 0, -1L, -1), Instant.EPOCH, new Tick(0)));
    }

    @Test
    void releasesEqualSlicesAndLetsTheLateOnesCross() {
        begin(100, SLOW);

        assertThat(released(0, 10, 20, 39, 40)).containsExactly(
                "25 crossing 0", "50 crossing 25", "75 crossing 50", "100 crossing 75", "100 crossing 100");
    }

    @Test
    void roundsSlicesUpToLots() {
        book.lot = 100;
        begin(500, SLOW);

        assertThat(released(0, 10, 20, 30, 40)).containsExactly("200 crossing 0", "300 crossing 200",
                "400 crossing 300", "500 crossing 400", "500 crossing 500");
    }

    @Test
    void catchesUpWithSlicesThatWereMissed() {
        begin(100, SLOW);

        assertThat(released(0, 25)).containsExactly("25 crossing 0", "75 crossing 50");
    }

    @Test
    void immediateLetsAllGoAtOnce() {
        begin(100, 1_000_000);

        assertThat(released(0)).containsExactly("100 crossing 100");
        assertThat(Schedule.next(step, parent)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void growthGetsTimeInProportionAndAtMostOneMoreHorizon() {
        begin(100, SLOW);
        grow(200);
        assertThat(parent.deadline).isEqualTo(START + 60 * SECOND);
        grow(500);
        assertThat(parent.deadline).isEqualTo(START + 80 * SECOND);
        grow(1000);
        assertThat(parent.deadline).isEqualTo(START + 80 * SECOND);
    }

    @Test
    void urgencyBringsDeadlineAndSliceNearerAndNeverBack() {
        begin(100, SLOW);
        released(0);
        at(15);
        assertThat(Schedule.hasten(step, parent, FAST)).isTrue();
        assertThat(parent.deadline).isEqualTo(START + 25 * SECOND);
        assertThat(Schedule.next(step, parent)).isEqualTo(START + 10 * SECOND);
        assertThat(Schedule.hasten(step, parent, SLOW)).isFalse();
        assertThat(Schedule.hasten(step, parent, 1_000_000)).isTrue();
        assertThat(parent.algo).isEqualTo(Algo.IMMEDIATE.ordinal());
        assertThat(parent.deadline).isEqualTo(START + 15 * SECOND);
    }

    @Test
    void standsStillWhileHalted() {
        begin(100, SLOW);
        released(0);
        book.haltedat = START + SECOND;

        assertThat(released(30, 50)).containsExactly("25 crossing 0", "25 crossing 0");
    }

    /** However it grows, shrinks and fills on the way, it never lets go more than is wanted, nor less at the end. */
    @Property
    void neverLetsGoMoreThanIsWantedAndAllAtTheDeadline(
            @ForAll @LongRange(min = 1, max = 100_000) long wanted,
            @ForAll List<@IntRange(min = 0, max = 200_000) Integer> changes) {
        begin(wanted, SLOW);
        long second = 0;
        for (int change : changes) {
            at(second++);
            long before = parent.tgtqty;
            parent.tgtqty = Math.max(Math.max(1, parent.filled), change);
            if (parent.tgtqty > before) {
                Schedule.extend(parent, before);
            }
            Schedule.advance(step, book, parent);
            assertThat(parent.released).isBetween(parent.filled, parent.tgtqty);
            assertThat(parent.crossing).isBetween(parent.filled, parent.released);
            parent.filled += (parent.released - parent.filled) / 2;
        }
        state.meta().clock = parent.deadline;
        Schedule.advance(step, book, parent);
        assertThat(parent.crossing).isEqualTo(parent.tgtqty);
        assertThat(parent.deadline).isLessThanOrEqualTo(START + 80 * SECOND);
    }

    private void begin(long tgtqty, long urgency) {
        at(0);
        parent = ParentRow.newBuilder().setParentid(1).setSym("AAPL").setBuy(true).setTgtqty(tgtqty).build();
        Schedule.begin(step, parent, urgency);
    }

    private void grow(long tgtqty) {
        long before = parent.tgtqty;
        parent.tgtqty = tgtqty;
        Schedule.extend(parent, before);
    }

    private void at(long second) {
        state.meta().clock = START + second * SECOND;
    }

    private List<String> released(long... seconds) {
        List<String> released = new ArrayList<>();
        for (long second : seconds) {
            at(second);
            Schedule.advance(step, book, parent);
            released.add(parent.released + " crossing " + parent.crossing);
        }
        return released;
    }

    private static Policy policy() {
        return new Policy(1, List.of(
                new AlgoPolicy(0.5, Algo.TWAP, 40_000L, 4),
                new AlgoPolicy(0.9, Algo.TWAP, 10_000L, 2),
                new AlgoPolicy(1.0, Algo.IMMEDIATE, 0L, 1)),
                new Instrument(1L, 0.01), new Route("paper", "", true), 5_000L, 15_000L, 10_000L,
                5_000L, 5, 10_000L, 5_000L, 1_000L, 500L, 3, 5_000L, 3, 86_400_000L, 1_000_000_000L);
    }
}
