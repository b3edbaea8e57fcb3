package io.qtrader.topology.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalWatchTest {
    private final Admin nobody = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1"));
    private final JournalWatch watch = new JournalWatch(nobody, "qtrader.journal", 2);

    @AfterEach
    void close() {
        nobody.close();
    }

    @Test
    void countsWhatThisProcessWrites() {
        watch.wrote(1);
        assertThat(watch.written(1)).isEqualTo(1);
        assertThat(watch.written(0)).isZero();
    }

    @Test
    void takesTheFirstLookForTheBeginning() {
        watch.saw(0, 1_000_000);
        assertThat(watch.written(0)).isZero();
    }

    @Test
    void seesWhatOthersWrite() {
        watch.saw(0, 100);
        watch.saw(0, 101);
        assertThat(watch.written(0)).isEqualTo(1);
        watch.saw(0, 101);
        assertThat(watch.written(0)).isEqualTo(1);
    }

    @Test
    void doesNotTakeItsOwnTicksForUse() {
        watch.saw(0, 100);
        for (int i = 1; i <= 50; i++) {
            watch.ticked(0);
            // The tick is on its way at one look, and there at the next.
            watch.saw(0, 100 + i - 1);
            watch.saw(0, 100 + i);
        }
        assertThat(watch.written(0)).isZero();
        watch.saw(0, 151);
        assertThat(watch.written(0)).isEqualTo(1);
    }

    /** Ticks that were never written would hide as many entries for ever. */
    @Test
    void countsAnewWhenItTakesOverAPartition() {
        watch.saw(0, 100);
        watch.ticked(0);
        watch.ticked(0);
        watch.takeOver(0);
        watch.saw(0, 100);
        watch.saw(0, 101);
        assertThat(watch.written(0)).isEqualTo(1);
    }
}
