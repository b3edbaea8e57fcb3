package io.qtrader.topology.sequencer;

import static io.qtrader.topology.sequencer.Events.control;
import static io.qtrader.topology.sequencer.Events.intent;
import static io.qtrader.topology.sequencer.SequencerDriver.NAMES;
import static io.qtrader.topology.sequencer.SequencerDriver.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.client.Topic;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Source;
import io.qtrader.schemas.Tick;
import io.qtrader.topology.sequencer.SequencerDriver.Journaled;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Time passes in the journal by ticks. */
class TicksTest {

    @Test
    void ticksEverySecondWhileNothingHappens() {
        try (SequencerDriver sequencer = new SequencerDriver()) {
            assertThat(ticksIn(sequencer, 0, 100)).as("a first tick at once").isEqualTo(1);
            assertThat(ticksIn(sequencer, 0, 900)).isZero();
            assertThat(ticksIn(sequencer, 0, 5000)).isEqualTo(5);
        }
    }

    @Test
    void ticksTenTimesASecondForTenSecondsAfterAnEntry() {
        try (SequencerDriver sequencer = new SequencerDriver()) {
            sequencer.advanceMs(500);
            sequencer.send(Topic.CONTROLS, control(ControlAction.HALT).build());

            assertThat(ticksIn(sequencer, 1, 10_000)).isEqualTo(100);
            ticksIn(sequencer, 1, 1000);
            assertThat(ticksIn(sequencer, 1, 5000)).isEqualTo(5);
        }
    }

    @Test
    void noticesWhatOtherProcessesWrite() {
        try (SequencerDriver sequencer = new SequencerDriver()) {
            ticksIn(sequencer, 2, 2000);
            sequencer.activity.writtenElsewhere(2);

            assertThat(ticksIn(sequencer, 2, 1000)).isEqualTo(10);
            assertThat(ticksIn(sequencer, 1, 1000)).as("the other partitions").isEqualTo(1);
        }
    }

    @Test
    void stampsATickWithTheClockAndNoSource() {
        try (SequencerDriver sequencer = new SequencerDriver()) {
            sequencer.advanceMs(100);

            Journaled tick = sequencer.ticks().get(0);
            assertThat(tick.event(Tick.class).getTask()).isZero();
            assertThat(tick.entry().getTime()).isEqualTo(START.plusMillis(100));
            assertThat(tick.entry().getSource())
                    .isEqualTo(new Source("", "", -1, -1L, -1, -1L, -1));
        }
    }

    @Test
    void ticksTheTasksOwnShareOfThePartitions() {
        try (SequencerDriver two = driver(2)) {
            two.backlog.complete(Map.of());
            two.advanceMs(100);
            assertThat(two.ticks()).extracting(Journaled::partition).containsExactly(0, 2);
        }
        try (SequencerDriver many = driver(7)) {
            many.backlog.complete(Map.of());
            many.advanceMs(100);
            assertThat(many.ticks()).extracting(Journaled::partition).containsExactly(0);
        }
    }

    @Test
    void waitsUntilWhatWaitedAtItsStartIsJournaled() {
        try (SequencerDriver sequencer = driver(1)) {
            sequencer.advanceMs(3000);
            assertThat(sequencer.ticks()).as("not known yet what waits").isEmpty();

            sequencer.backlog.complete(Map.of(partition(Topic.INTENTS), 1L));
            sequencer.send(Topic.INTENTS, intent("A", "s", 1));
            sequencer.advanceMs(3000);
            assertThat(sequencer.ticks()).as("one still waits").isEmpty();

            sequencer.sendRaw(Topic.INTENTS, null, new byte[] {7});
            sequencer.advanceMs(100);
            assertThat(sequencer.ticks()).isNotEmpty();
        }
    }

    private static SequencerDriver driver(int inputPartitions) {
        return new SequencerDriver(inputPartitions, SequencerConfig.DEFAULT_CONFLATION);
    }

    private static TopicPartition partition(Topic topic) {
        return new TopicPartition(NAMES.of(topic), 0);
    }

    private static long ticksIn(SequencerDriver sequencer, int partition, int ms) {
        for (int i = 0; i < ms / 50; i++) {
            sequencer.advanceMs(50);
        }
        List<Journaled> ticks = sequencer.ticks();
        return ticks.stream().filter(t -> t.partition() == partition).count();
    }
}
