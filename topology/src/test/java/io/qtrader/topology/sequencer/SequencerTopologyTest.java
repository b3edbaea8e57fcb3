package io.qtrader.topology.sequencer;

import static io.qtrader.topology.sequencer.Events.child;
import static io.qtrader.topology.sequencer.Events.control;
import static io.qtrader.topology.sequencer.Events.fill;
import static io.qtrader.topology.sequencer.Events.intent;
import static io.qtrader.topology.sequencer.Events.statement;
import static io.qtrader.topology.sequencer.SequencerDriver.NAMES;
import static io.qtrader.topology.sequencer.SequencerDriver.PARTITIONS;
import static io.qtrader.topology.sequencer.SequencerDriver.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.client.Topic;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.Source;
import io.qtrader.topology.StopException;
import io.qtrader.topology.sequencer.SequencerDriver.Journaled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SequencerTopologyTest {
    private final SequencerDriver sequencer = new SequencerDriver();

    @AfterEach
    void close() {
        sequencer.close();
    }

    @Test
    void journalsAnInputWithItsSourceAndTheClocksTime() {
        Instant now = Instant.parse("2026-01-05T15:00:00.123456789Z");
        sequencer.setClock(now);
        sequencer.send(Topic.INTENTS, intent("AAPL", "strat1", 100));

        Journaled journaled = sequencer.journal().get(0);

        assertThat(journaled.event(Intent.class)).isEqualTo(intent("AAPL", "strat1", 100));
        assertThat(journaled.entry().getTime()).isEqualTo("2026-01-05T15:00:00.123456Z");
        assertThat(journaled.entry().getSource())
                .isEqualTo(new Source("id-of-intents", "qtrader.intents", 0, 0L, 0, -1L, -1));
        assertThat(journaled.record().key()).isEqualTo("AAPL".getBytes(StandardCharsets.UTF_8));
        assertThat(journaled.record().timestamp()).isEqualTo(now.toEpochMilli());
    }

    @Test
    void takesNoHeadersFromTheWriter() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("qtrader-seq", "forged/1/0".getBytes(StandardCharsets.UTF_8));
        sequencer.sendRaw(
                Topic.INTENTS, null, sequencer.bytes(Topic.INTENTS, intent("A", "s", 1)), headers);

        assertThat(sequencer.journal().get(0).record().headers()).isEmpty();
    }

    @Test
    void survivesAClockBefore1970() {
        Instant before = Instant.ofEpochSecond(-5);
        sequencer.setClock(before);
        sequencer.send(Topic.INTENTS, intent("A", "s", 1));

        assertThat(sequencer.journal().get(0).entry().getTime()).isEqualTo(before);
    }

    @Test
    void statesWhatItSentBeforeFromThatSourceToThatJournalPartition() {
        List<String> syms = List.of("A", "B", "C", "D", "E", "F", "A", "B", "C");
        syms.forEach(sym -> sequencer.send(Topic.INTENTS, intent(sym, "s", 1)));
        sequencer.send(Topic.POSITIONS, statement("A", 5));

        List<Journaled> journal = sequencer.journal();
        long[] last = {-1, -1, -1};
        for (Journaled journaled : journal.subList(0, syms.size())) {
            Source source = journaled.entry().getSource();
            assertThat(source.getPrevoffset()).isEqualTo(last[journaled.partition()]);
            assertThat(source.getPrevindex()).isEqualTo(source.getPrevoffset() < 0 ? -1 : 0);
            last[journaled.partition()] = source.getOffset();
        }
        assertThat(last).as("more than one partition was written").doesNotContain(-1L);
        assertThat(journal.get(syms.size()).entry().getSource().getPrevoffset()).isEqualTo(-1);
    }

    @Test
    void numbersTheEntriesOfABroadcastByPartition() {
        sequencer.send(Topic.CONTROLS, control(ControlAction.HALT).build());
        sequencer.send(Topic.CONTROLS, control(ControlAction.RESUME).build());

        List<Journaled> journal = sequencer.journal();
        assertThat(journal).extracting(Journaled::partition).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(journal)
                .extracting(j -> j.entry().getSource().getIndex())
                .containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(journal.get(5).entry().getSource())
                .isEqualTo(new Source("id-of-controls", "qtrader.controls", 0, 1L, 2, 0L, 2));
        assertThat(journal.get(5).record().key()).isNull();
    }

    @Test
    void haltsWhereAnUnreadableExecutionBelongs() {
        byte[] key = Long.toString(child(1, 42)).getBytes(StandardCharsets.UTF_8);
        sequencer.sendRaw(Topic.EXECUTIONS, key, new byte[] {1, 2, 3, 4, 5, 6});

        List<Journaled> journal = sequencer.journal();
        assertThat(journal).extracting(Journaled::partition).containsExactly(1);
        Control halt = journal.get(0).event(Control.class);
        assertThat(halt.getAction()).isEqualTo(ControlAction.HALT);
        assertThat(halt.getOperator()).isEqualTo("sequencer");
        assertThat(halt.getTime()).isEqualTo(START);
        assertThat(halt.getSym()).isNull();
        assertThat(halt.getNote())
                .contains("topic=qtrader.executions", "partition=0", "offset=0", "NO_MAGIC");
        assertThat(sequencer.deadLetters()).hasSize(1);
    }

    @Test
    void haltsEverywhereWhereTheKeyDoesNotSay() {
        sequencer.sendRaw(Topic.EXECUTIONS, null, null);

        assertThat(sequencer.journal()).extracting(Journaled::partition).containsExactly(0, 1, 2);
    }

    /** Its schema turned up between two readings: the execution is no repetition of its halt. */
    @Test
    void givesAnExecutionAPositionAboveItsOwnHalt() {
        byte[] key = Long.toString(child(2, 1)).getBytes(StandardCharsets.UTF_8);
        sequencer.sendRaw(Topic.EXECUTIONS, key, new byte[] {0});
        byte[] fill = sequencer.bytes(Topic.EXECUTIONS, fill(child(2, 1), "A", 5));
        sequencer.sendRaw(Topic.EXECUTIONS, key, fill);

        List<Journaled> journal = sequencer.journal();
        assertThat(journal).extracting(Journaled::partition).containsExactly(2, 2);
        assertThat(journal.get(0).entry().getSource().getIndex()).isLessThan(PARTITIONS);
        assertThat(journal.get(1).entry().getSource())
                .isEqualTo(
                        new Source(
                                "id-of-executions",
                                NAMES.of(Topic.EXECUTIONS),
                                0,
                                1L,
                                PARTITIONS,
                                0L,
                                2));
    }

    @Test
    void waitsForTheRegistryAndGoesOn() {
        byte[] value = sequencer.bytes(Topic.INTENTS, intent("A", "s", 1));
        sequencer.stub.awayFor(3);
        sequencer.sendRaw(Topic.INTENTS, null, value);

        assertThat(sequencer.journal()).hasSize(1);
        assertThat(sequencer.deadLetters()).isEmpty();
        assertThat(sequencer.patience.waiting()).isFalse();
    }

    @Test
    void setsNothingAsideWhenItIsClosedWhileItWaits() {
        byte[] value = sequencer.bytes(Topic.INTENTS, intent("A", "s", 1));
        value[4] = 99;
        sequencer.stub.awayFor(Integer.MAX_VALUE);
        sequencer.patience.end();

        assertThatThrownBy(() -> sequencer.sendRaw(Topic.INTENTS, null, value))
                .satisfies(e -> assertThat(StopException.in(e)).isPresent());
        assertThat(sequencer.deadLetters()).isEmpty();
        assertThat(sequencer.journal()).isEmpty();
    }
}
