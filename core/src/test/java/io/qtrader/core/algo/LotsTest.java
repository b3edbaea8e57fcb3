package io.qtrader.core.algo;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Whole lots. */
class LotsTest {

    @Property
    void downAndUpAreTheNearestWholeLots(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long qty,
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long lot) {
        long down = Lots.down(qty, lot);
        long up = Lots.up(qty, lot);

        assertThat(down % lot).isZero();
        assertThat(up % lot).isZero();
        assertThat(down).isBetween(Math.max(0, qty - lot + 1), qty);
        assertThat(up).isBetween(qty, qty + lot - 1);
        assertThat(up - down).isIn(0L, lot);
    }
}
