package io.qtrader.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Times as microseconds since 1970. */
class MicrosTest {

    @Property
    void everyLongIsAMomentAndTheSameLongAgain(@ForAll long micros) {
        assertThat(Micros.of(Micros.instant(micros))).isEqualTo(micros);
    }

    @Test
    void theFirstAndTheLastMomentThatAvroCarriesAreExact() {
        assertThat(Micros.of(Micros.instant(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
        assertThat(Micros.of(Micros.instant(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
        assertThat(Micros.of(Micros.instant(-1))).isEqualTo(-1);
        assertThat(Micros.of(Micros.instant(-1_000_000))).isEqualTo(-1_000_000);
    }

    @Test
    void whatIsFinerThanAMicrosecondIsCutOff() {
        assertThat(Micros.of(Instant.ofEpochSecond(1, 1_999))).isEqualTo(1_000_001);
        assertThat(Micros.of(Instant.ofEpochSecond(-1, 1_999))).isEqualTo(-999_999);
    }

    @Test
    void whatNoLongHoldsIsRefused() {
        assertThatThrownBy(() -> Micros.of(Instant.MAX)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Micros.ofMillis(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }
}
