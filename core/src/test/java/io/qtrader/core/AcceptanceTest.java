package io.qtrader.core;

import static io.qtrader.core.SourcePosition.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcceptanceTest {
    @Test
    void acceptsTheFirstEntryOfAll() {
        assertThat(Acceptance.accepts(NONE, NONE, at(0, 0))).isTrue();
    }

    @Test
    void acceptsWhatFollowsTheLast() {
        assertThat(Acceptance.accepts(at(4, 0), at(4, 0), at(7, 0))).isTrue();
    }

    @Test
    void dropsARepetition() {
        assertThat(Acceptance.accepts(at(4, 0), at(3, 0), at(4, 0))).isFalse();
        assertThat(Acceptance.accepts(at(4, 0), NONE, at(4, 0))).isFalse();
        assertThat(Acceptance.accepts(at(4, 0), NONE, at(2, 0))).isFalse();
    }

    @Test
    void dropsWhatComesAfterAHole() {
        assertThat(Acceptance.accepts(at(4, 0), at(5, 0), at(6, 0))).isFalse();
    }

    @Test
    void acceptsTheFirstEntryOfANewTaskAnywhereAboveTheLast() {
        assertThat(Acceptance.accepts(at(4, 0), NONE, at(5, 0))).isTrue();
    }

    @Test
    void acceptsFromATaskThatIsBehindAndHasJustCaughtUp() {
        assertThat(Acceptance.accepts(at(6, 0), at(5, 0), at(7, 0))).isTrue();
    }

    @Test
    void tellsTheEntriesOfOneInputApartByIndex() {
        assertThat(Acceptance.accepts(at(4, 0), at(4, 0), at(4, 1))).isTrue();
        assertThat(Acceptance.accepts(at(4, 1), at(4, 0), at(4, 1))).isFalse();
        assertThat(Acceptance.accepts(at(4, 0), at(4, 1), at(4, 2))).isFalse();
    }

    private static SourcePosition at(long offset, int index) {
        return new SourcePosition(offset, index);
    }
}
