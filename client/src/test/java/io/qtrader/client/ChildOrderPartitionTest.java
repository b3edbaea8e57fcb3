package io.qtrader.client;

import static io.qtrader.client.ChildOrderSequenceTest.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qtrader.client.ReaderAlarm.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.apache.kafka.common.TopicPartition;

class ChildOrderPartitionTest {

    private static final TopicPartition P3 = new TopicPartition("qtrader.child-orders", 3);

    private Path directory;

    /** What to do next, in a run of the property below. */
    enum Step {
        READ,
        READ_MORE,
        COMMIT,
        CRASH,
        REPEAT_THE_LOG
    }

    @BeforeTry
    void make() throws IOException {
        directory = Files.createTempDirectory("qtrader-reader");
    }

    @AfterTry
    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Example
    void beginsAtTheEarliestRecordWithoutState() throws IOException {
        try (ChildOrderPartition partition = open()) {
            assertThat(partition.start(17, 20)).isEqualTo(17);
            assertThat(partition.accept(17, header(5))).isTrue();
        }
    }

    @Example
    void goesOnAfterWhatWasCommitted() throws IOException {
        try (ChildOrderPartition partition = open()) {
            partition.accept(10, header(1));
            partition.accept(11, header(2));
            partition.commit();
            partition.accept(13, header(3));
        }
        try (ChildOrderPartition partition = open()) {
            assertThat(partition.start(0, 20)).isEqualTo(12);
            assertThat(partition.accept(13, header(3))).isTrue();
            assertThat(partition.accept(14, header(2))).isFalse();
        }
    }

    @Example
    void alarmsWhereTheTopicEndsBeforeWhatWasRead() throws IOException {
        commit(1, 2, 3);
        try (ChildOrderPartition partition = open()) {
            ReaderAlarm alarm =
                    catchThrowableOfType(ReaderAlarm.class, () -> partition.start(0, 2));

            assertThat(alarm.reason()).isEqualTo(Reason.TRUNCATED);
            assertThat(alarm)
                    .hasMessageContaining("qtrader.child-orders-3 ends at offset 2, but 4")
                    .hasMessageContaining("child-orders-3.state");
        }
    }

    @Example
    void retentionThatTookUnreadInstructionsIsFoundAtTheNextOne() throws IOException {
        commit(1, 2, 3);
        try (ChildOrderPartition partition = open()) {
            assertThat(partition.start(9, 20)).isEqualTo(9);
            ReaderAlarm alarm =
                    catchThrowableOfType(
                            ReaderAlarm.class, () -> partition.accept(9, header(9)));

            assertThat(alarm.reason()).isEqualTo(Reason.GAP);
        }
        try (ChildOrderPartition partition = open()) {
            // Only a transaction's marker was lost here.
            partition.start(9, 20);
            assertThat(partition.accept(9, header(4))).isTrue();
        }
    }

    @Example
    void refusesTheStateOfAnotherPartition() throws IOException {
        commit(1);
        Files.move(
                directory.resolve("child-orders-3.state"),
                directory.resolve("child-orders-4.state"));

        assertThatThrownBy(
                        () ->
                                new ChildOrderPartition(
                                        directory, new TopicPartition(P3.topic(), 4)))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("it is of qtrader.child-orders partition 3");
    }

    /** The adapter handles again only what it had not committed; nothing is left out. */
    @Property(tries = 100)
    void crashesLoseNothingAndRepeatOnlyWhatWasNotCommitted(
            @ForAll @Size(min = 1, max = 40) List<Step> steps,
            @ForAll @IntRange(min = 1, max = 5) int back)
            throws IOException {
        List<Long> log = new ArrayList<>(LongStream.rangeClosed(1, 10).boxed().toList());
        List<Long> handled = new ArrayList<>();
        int committed = 0;
        ChildOrderPartition partition = open();
        long at = partition.start(0, log.size());
        for (Step step : steps) {
            switch (step) {
                case READ, READ_MORE -> {
                    for (int n = step == Step.READ ? 1 : 4; n > 0 && at < log.size(); n--, at++) {
                        long counter = log.get((int) at);
                        if (partition.accept(at, header(counter))) {
                            handled.add(counter);
                        }
                    }
                }
                case COMMIT -> {
                    partition.commit();
                    committed = handled.size();
                }
                case CRASH -> {
                    partition.close();
                    handled = new ArrayList<>(handled.subList(0, committed));
                    partition = open();
                    at = partition.start(0, log.size());
                }
                case REPEAT_THE_LOG -> {
                    long newest = log.stream().mapToLong(c -> c).max().orElse(0);
                    LongStream.rangeClosed(Math.max(1, newest - back), newest + 5)
                            .forEach(log::add);
                }
            }
            assertThat(handled)
                    .isEqualTo(LongStream.rangeClosed(1, handled.size()).boxed().toList());
        }
        partition.close();
    }

    private void commit(long... counters) throws IOException {
        try (ChildOrderPartition partition = open()) {
            for (long counter : counters) {
                partition.accept(counter, header(counter));
            }
            partition.commit();
        }
    }

    private ChildOrderPartition open() {
        return new ChildOrderPartition(directory, P3);
    }
}
