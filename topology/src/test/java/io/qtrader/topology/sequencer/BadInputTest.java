package io.qtrader.topology.sequencer;

import static io.qtrader.topology.sequencer.Events.child;
import static io.qtrader.topology.sequencer.Events.control;
import static io.qtrader.topology.sequencer.Events.execution;
import static io.qtrader.topology.sequencer.Events.intent;
import static io.qtrader.topology.sequencer.Events.quote;
import static io.qtrader.topology.sequencer.Events.statement;
import static io.qtrader.topology.sequencer.SequencerDriver.NAMES;
import static io.qtrader.topology.sequencer.SequencerDriver.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.client.Topic;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Quote;
import io.qtrader.topology.sequencer.SequencerDriver.Journaled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where bad inputs end, and why: the table of the operations page, for every input topic. */
class BadInputTest {
    private static final byte[] KEY =
            Long.toString(child(1, 7)).getBytes(StandardCharsets.UTF_8);

    private final SequencerDriver sequencer = new SequencerDriver();

    @AfterEach
    void close() {
        sequencer.close();
    }

    /** A bad value, by what is wrong with it. */
    private enum Bad {
        NO_VALUE("NULL_VALUE"),
        EMPTY("TOO_SHORT"),
        TEXT("NO_MAGIC"),
        UNKNOWN_ID("UNKNOWN_SCHEMA"),
        OTHER_RECORD("WRONG_RECORD"),
        CUT_OFF("CORRUPT"),
        TOO_LONG("TRAILING_BYTES"),
        HUGE("TOO_LARGE");

        private final String reason;

        Bad(String reason) {
            this.reason = reason;
        }

        byte[] of(SequencerDriver sequencer, Topic topic) {
            byte[] good = sequencer.bytes(topic, example(topic, "AAPL"));
            Topic other = topic == Topic.INTENTS ? Topic.QUOTES : Topic.INTENTS;
            return switch (this) {
                case NO_VALUE -> null;
                case EMPTY -> new byte[0];
                case TEXT -> "{\"sym\":\"AAPL\"}".getBytes(StandardCharsets.UTF_8);
                case UNKNOWN_ID -> new byte[] {0, 0, 1, 0, 0, 7};
                case OTHER_RECORD -> sequencer.bytes(other, example(other, "AAPL"));
                case CUT_OFF -> Arrays.copyOf(good, good.length - 1);
                case TOO_LONG -> Arrays.copyOf(good, good.length + 1);
                case HUGE -> Arrays.copyOf(good, Judge.LARGEST + 1);
            };
        }
    }

    static Stream<Arguments> unreadable() {
        return Topic.inputs().stream()
                .flatMap(t -> Stream.of(Bad.values()).map(bad -> Arguments.of(t, bad)));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void setsAsideWhatItCannotRead(Topic topic, Bad bad) {
        byte[] value = bad.of(sequencer, topic);
        sequencer.sendRaw(topic, KEY, value);
        sequencer.send(topic, example(topic, "AAPL"));

        TestRecord<byte[], byte[]> letter = onlyDeadLetter();
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(header(letter, DeadLetter.REASON)).isEqualTo(bad.reason);
        assertThat(header(letter, DeadLetter.TEXT)).startsWith(bad.reason + ": ");
        assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo(NAMES.of(topic));
        assertThat(header(letter, DeadLetter.PARTITION)).isEqualTo("0");
        assertThat(header(letter, DeadLetter.OFFSET)).isEqualTo("0");
        assertThat(header(letter, DeadLetter.TIME)).isEqualTo("2026-01-05T14:30:00Z");
        assertThat(header(letter, DeadLetter.CUT)).isNull();
        assertWhatIsJournaled(topic, List.of(1));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void needsNoKeyToSetAside(Topic topic, Bad bad) {
        sequencer.sendRaw(topic, null, bad.of(sequencer, topic));
        sequencer.send(topic, example(topic, "AAPL"));

        assertThat(onlyDeadLetter().key()).isNull();
        assertWhatIsJournaled(topic, List.of(0, 1, 2));
    }

    /** The good record that follows is journaled; before it, for an execution, the halts. */
    private void assertWhatIsJournaled(Topic topic, List<Integer> halted) {
        List<Journaled> journal = sequencer.journal();
        List<Journaled> halts = journal.subList(0, journal.size() - 1);
        assertThat(halts)
                .extracting(Journaled::partition)
                .isEqualTo(topic == Topic.EXECUTIONS ? halted : List.of());
        assertThat(halts)
                .allSatisfy(
                        h ->
                                assertThat(h.event(Control.class).getAction())
                                        .isEqualTo(ControlAction.HALT));
        assertThat(journal.get(journal.size() - 1).entry().getEvent())
                .isEqualTo(example(topic, "AAPL"));
    }

    static Stream<Arguments> withoutSymbol() {
        return Stream.of("", " ", "\t\n")
                .flatMap(
                        sym ->
                                Stream.of(
                                        Arguments.of(Topic.INTENTS, intent(sym, "s", 1)),
                                        Arguments.of(Topic.POSITIONS, statement(sym, 1)),
                                        Arguments.of(Topic.QUOTES, quote(sym, 1, 2)),
                                        Arguments.of(
                                                Topic.CONTROLS,
                                                control(ControlAction.FLATTEN).setSym(sym).build()),
                                        Arguments.of(
                                                Topic.EXECUTIONS,
                                                execution(ExecutionType.UNSOLICITED, 0, sym, 5))));
    }

    @ParameterizedTest
    @MethodSource("withoutSymbol")
    void setsAsideWhatNamesNoSymbol(Topic topic, SpecificRecord value) {
        sequencer.send(topic, value);

        assertThat(header(onlyDeadLetter(), DeadLetter.REASON)).isEqualTo("NO_SYMBOL");
        assertThat(sequencer.journal()).hasSize(topic == Topic.EXECUTIONS ? 3 : 0);
    }

    /** What a record's numbers are worth is the Oms's to say: they pass, and come out unharmed. */
    @ParameterizedTest
    @MethodSource("io.qtrader.topology.sequencer.ExtremeEvents#all")
    void journalsWhateverCanBeRead(Topic topic, byte[] body, SpecificRecord readBack) {
        byte[] value = sequencer.bytes(topic, example(topic, "AAPL"));
        byte[] extreme = Arrays.copyOf(value, 5 + body.length);
        System.arraycopy(body, 0, extreme, 5, body.length);
        sequencer.sendRaw(topic, null, extreme);

        assertThat(sequencer.deadLetters()).isEmpty();
        assertThat(sequencer.journal()).hasSize(1);
        assertThat(sequencer.bytes(topic, readBack)).isEqualTo(extreme);
    }

    @Test
    void cutsOffWhatWouldNotFitIntoDeadLettersEither() {
        sequencer.sendRaw(Topic.QUOTES, new byte[600_000], new byte[3_000_000]);

        TestRecord<byte[], byte[]> letter = onlyDeadLetter();
        assertThat(letter.key()).hasSize(DeadLetter.KEPT);
        assertThat(letter.value()).hasSize(DeadLetter.KEPT);
        assertThat(header(letter, DeadLetter.CUT)).isEqualTo("key=600000, value=3000000");
    }

    /** Each record of any bytes ends in the journal or in dead-letters, and in one of them only. */
    @Test
    void survivesAnyBytes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (SequencerDriver any = new SequencerDriver(1, Duration.ZERO)) {
            IntStream.range(0, 3000).forEach(i -> sendGarbage(any, random));

            List<String> ended = new ArrayList<>();
            for (TestRecord<byte[], byte[]> letter : any.deadLetters()) {
                ended.add(header(letter, DeadLetter.TOPIC) + header(letter, DeadLetter.OFFSET));
            }
            int setAside = ended.size();
            any.journal().stream()
                    .filter(j -> !j.entry().toString().contains("\"sequencer\""))
                    .map(j -> j.entry().getSource())
                    .map(s -> s.getTopic() + s.getOffset())
                    .distinct()
                    .forEach(ended::add);
            assertThat(ended).as("seed %d", seed).hasSize(3000).doesNotHaveDuplicates();
            assertThat(setAside).as("seed %d", seed).isBetween(1, 2999);
        }
    }

    /** Behind a schema id that is known, garbage gets furthest. */
    private static void sendGarbage(SequencerDriver any, Random random) {
        Topic topic = Topic.inputs().get(random.nextInt(Topic.inputs().size()));
        byte[] garbage = any.bytes(topic, example(topic, "AAPL"));
        if (random.nextInt(3) == 0) {
            garbage = Arrays.copyOf(garbage, random.nextInt(200));
        }
        for (int i = 0; i < random.nextInt(6); i++) {
            int at = 5 + random.nextInt(Math.max(1, garbage.length - 5));
            if (at < garbage.length) {
                garbage[at] = (byte) random.nextInt();
            }
        }
        any.sendRaw(topic, null, garbage);
    }

    private TestRecord<byte[], byte[]> onlyDeadLetter() {
        List<TestRecord<byte[], byte[]>> letters = sequencer.deadLetters();
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private static SpecificRecord example(Topic topic, String sym) {
        Class<?> record = topic.record();
        if (record == Intent.class) {
            return intent(sym, "s", 1);
        }
        if (record == Execution.class) {
            return Events.fill(child(2, 1), sym, 5);
        }
        if (record == PositionStatement.class) {
            return statement(sym, 1);
        }
        return record == Quote.class
                ? quote(sym, 1, 2)
                : control(ControlAction.HALT).setSym(sym).build();
    }
}
