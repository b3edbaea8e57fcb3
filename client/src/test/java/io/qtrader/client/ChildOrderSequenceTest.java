package io.qtrader.client;

import static io.qtrader.client.ChildOrderSequence.REMEMBERED;
import static io.qtrader.client.ChildOrderSequence.Verdict.DROP;
import static io.qtrader.client.ChildOrderSequence.Verdict.TAKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qtrader.client.ReaderAlarm.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

class ChildOrderSequenceTest {

    private ChildOrderSequence sequence;

    @BeforeTry
    void begin() {
        sequence = new ChildOrderSequence();
    }

    @Example
    void takesTheFirstRecordWhateverItsCounter() {
        assertThat(sequence.accept(header(41))).isEqualTo(TAKE);
        assertThat(sequence.accept(header(42))).isEqualTo(TAKE);
        assertThat(sequence.last()).isEqualTo(42);
        assertThat(sequence.journalid()).isEqualTo("j");
    }

    @Example
    void anAbortedTransactionsRecordsComeTwiceAndAreTakenOnce() {
        assertThat(deliver(List.of(1L, 2L, 3L, 2L, 3L, 4L))).containsExactly(1L, 2L, 3L, 4L);
    }

    @Example
    void alarmsAtAGapAndRemembersNothingOfIt() {
        sequence.accept(header(1));

        assertThat(alarm(header(3)))
                .hasMessage("GAP: found counter=3 (j/3/0), expected=2");
        assertThat(sequence.accept(header(2))).isEqualTo(TAKE);
    }

    @Example
    void alarmsWhenARepetitionSaysSomethingElse() {
        sequence.accept(header(1));
        sequence.accept(header(2));

        ReaderAlarm alarm = alarm(new ChildOrderHeader(new Seq("j", 1, 0), 1, digest(1) + 1));

        assertThat(alarm.reason()).isEqualTo(Reason.DIGEST_DIFFERS);
        assertThat(alarm).hasMessageContaining("counter=1 (j/1/0)");
    }

    @Example
    void alarmsAtAnotherJournalBeforeAnythingElse() {
        sequence.accept(header(1));

        assertThat(alarm(new ChildOrderHeader(new Seq("k", 1, 0), 9, 0)).reason())
                .isEqualTo(Reason.OTHER_JOURNAL);
    }

    @Example
    void dropsWhatIsOlderThanItRemembers() {
        long last = REMEMBERED + 100L;
        for (long counter = 50; counter <= last; counter++) {
            sequence.accept(header(counter));
        }
        ChildOrderHeader forgotten = new ChildOrderHeader(new Seq("j", 99, 0), 100, 1);
        ChildOrderHeader neverSeen = new ChildOrderHeader(new Seq("j", 49, 0), 49, 1);
        ChildOrderHeader oldestKept = new ChildOrderHeader(new Seq("j", 100, 0), 101, 1);

        assertThat(sequence.accept(forgotten)).isEqualTo(DROP);
        assertThat(sequence.accept(neverSeen)).isEqualTo(DROP);
        assertThat(alarm(oldestKept).reason()).isEqualTo(Reason.DIGEST_DIFFERS);
    }

    @Property
    void everyInstructionOnceAndInOrderHoweverOftenItIsWritten(
            @ForAll("logs") List<Long> log) {
        long first = log.get(0);
        long newest = log.stream().mapToLong(c -> c).max().orElseThrow();

        assertThat(deliver(log))
                .containsExactlyElementsOf(LongStream.rangeClosed(first, newest).boxed().toList());
    }

    @Property
    void aGapAlarmsAndWhatStoodBeforeItWasDelivered(
            @ForAll("logs") List<Long> log, @ForAll @IntRange(min = 2, max = 50) int jump) {
        deliver(log);
        long last = sequence.last();

        assertThat(alarm(header(last + jump)).reason()).isEqualTo(Reason.GAP);
        assertThat(sequence.last()).isEqualTo(last);
    }

    @Property
    void anAlteredRepetitionAlarms(
            @ForAll("logs") List<Long> log, @ForAll @IntRange(min = 0, max = 1000) int which) {
        deliver(log);
        long counter = log.get(which % log.size());
        if (counter < log.get(0)) {
            return;
        }
        Seq seq = new Seq("j", counter, 0);

        assertThat(alarm(new ChildOrderHeader(seq, counter, ~digest(counter))).reason())
                .isEqualTo(Reason.DIGEST_DIFFERS);
    }

    /**
     * Logs as crashes make them: runs of instructions, each of which may begin anywhere up to the
     * next new one, and end anywhere after.
     */
    @Provide
    static Arbitrary<List<Long>> logs() {
        Arbitrary<Long> first = Arbitraries.longs().between(1, 500);
        Arbitrary<List<int[]>> runs =
                Combinators.combine(
                                Arbitraries.integers().between(0, 30),
                                Arbitraries.integers().between(1, 30))
                        .as((back, length) -> new int[] {back, length})
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(20);
        return Combinators.combine(first, runs).as(ChildOrderSequenceTest::log);
    }

    private static List<Long> log(long first, List<int[]> runs) {
        List<Long> log = new ArrayList<>(List.of(first));
        long newest = first;
        for (int[] run : runs) {
            long from = Math.max(1, newest + 1 - run[0]);
            for (long counter = from; counter < from + run[1]; counter++) {
                log.add(counter);
            }
            newest = Math.max(newest, from + run[1] - 1);
        }
        return log;
    }

    private List<Long> deliver(List<Long> log) {
        return log.stream().filter(c -> sequence.accept(header(c)) == TAKE).toList();
    }

    private ReaderAlarm alarm(ChildOrderHeader header) {
        ReaderAlarm alarm =
                catchThrowableOfType(ReaderAlarm.class, () -> sequence.accept(header));
        assertThat(alarm).isNotNull();
        return alarm;
    }

    static ChildOrderHeader header(long counter) {
        return new ChildOrderHeader(new Seq("j", counter, 0), counter, digest(counter));
    }

    private static long digest(long counter) {
        return counter * 0x9E3779B97F4A7C15L;
    }
}
