package io.qtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.core.state.Micros;
import io.qtrader.core.state.State;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Policy;
import io.qtrader.schemas.Source;
import io.qtrader.schemas.Tick;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The active clock: J is 5 s, K is 3. */
class ActiveClockTest {
    private static final Instant OPEN = Instant.parse("2026-01-05T14:30:00Z");

    private final State state = new State();
    private int breaches;

    ActiveClockTest() {
        Policy policy = new Policy();
        policy.setJumpms(5_000);
        policy.setRebaseentries(3);
        state.policy(policy);
        enter(0);
    }

    @Test
    void beginsAtTheFirstEntry() {
        assertThat(state.meta().clock).isEqualTo(Micros.of(OPEN));
    }

    @Test
    void goesWithTheEntries() {
        assertThat(enter(2_000)).isEqualTo(2_000);
        assertThat(enter(4_500)).isEqualTo(4_500);
        assertThat(enter(9_500)).isEqualTo(9_500);
        assertThat(breaches).isZero();
    }

    @Test
    void aLeapMovesItByJAndMakesQuotesStale() {
        assertThat(enter(3_600_000)).isEqualTo(5_000);
        assertThat(breaches).isOne();
        assertThat(state.meta().epoch).isOne();
        assertThat(enter(3_601_000)).isEqualTo(6_000);
        assertThat(breaches).isOne();
    }

    @Test
    void twoSequencersThatAreApartDoNotStopTimeNorDoubleIt() {
        long clock = 0;
        for (int second = 1; second <= 20; second++) {
            enter(second * 1_000L);
            clock = enter(second * 1_000L - 3_000);
        }
        assertThat(clock).isEqualTo(20_000);
        assertThat(breaches).isZero();
    }

    @Test
    void aClockThatGoesBackAndStaysBackIsFollowedAfterKEntries() {
        enter(-3_600_000);
        assertThat(enter(-3_599_000)).isZero();
        assertThat(breaches).isZero();
        assertThat(enter(-3_598_000)).isZero();
        assertThat(breaches).isOne();
        assertThat(enter(-3_597_000)).isEqualTo(1_000);
    }

    @Test
    void oneEntryThatIsBehindChangesNothing() {
        enter(-3_600_000);
        enter(-3_600_000);
        assertThat(enter(1_000)).isEqualTo(1_000);
        enter(-3_600_000);
        enter(-3_600_000);
        assertThat(enter(2_000)).isEqualTo(2_000);
        assertThat(breaches).isZero();
    }

    @Property(tries = 300)
    void neverGoesBackAndNeverFasterThanJAnEntry(
            @ForAll List<@IntRange(min = -20_000, max = 20_000) Integer> times) {
        long last = state.meta().clock - Micros.of(OPEN);
        for (int time : times) {
            long clock = enter(time) * 1_000;
            assertThat(clock - last).isBetween(0L, 5_000_000L);
            last = clock;
        }
    }

    /** Enters something at a time [ms after the opening]; returns the active clock, told the same way. */
    private long enter(long millis) {
        Step step = new Step(state, 2, new JournalEntry(new Source("", "", 0, 0L, 0, -1L, -1),
                OPEN.plusMillis(millis), new Tick(0)));
        ActiveClock.advance(step);
        breaches += step.outputs().size();
        return (state.meta().clock - Micros.of(OPEN)) / 1_000;
    }
}
