package io.qtrader.topology.sequencer;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.Topic;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Source;
import io.qtrader.schemas.Tick;
import io.qtrader.topology.sequencer.Verdict.Accepted;
import io.qtrader.topology.sequencer.Verdict.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes every input of its task into the journal, in the order in which it comes here, with the
 * time at which it does; and ticks its share of the journal's partitions.
 *
 * <p>While it waits for the registry it does nothing else, on purpose: the record that cannot be
 * read may be a fill, and neither what came after it nor time itself may overtake it. The thread
 * does not poll then, so a wait beyond {@code max.poll.interval.ms} gives its partitions to a
 * member that may reach the registry. What this thread still sends after that repeats what the
 * other sends, which the rule of acceptance takes care of.
 *
 * <p>Everything goes through {@code context.forward}, so that a failed send fails the task before
 * its offsets are committed.
 */
final class SequencerProcessor implements Processor<byte[], byte[], byte[], Outgoing> {
    private static final Logger LOG = LoggerFactory.getLogger(SequencerProcessor.class);
    private static final String OPERATOR = "sequencer";

    private record HeldQuote(Input input, Accepted accepted) {}

    private final SequencerSetup setup;
    private final AvroSerde<JournalEntry> journal;
    private final Judge judge;
    private final List<Cancellable> schedules = new ArrayList<>();

    private ProcessorContext<byte[], Outgoing> context;
    private Lineage lineage;
    private Conflation<HeldQuote> conflation;
    private Drain drain;
    private Map<Integer, Pulse> pulses;

    SequencerProcessor(SequencerSetup setup) {
        this.setup = setup;
        this.journal =
                AvroSerde.of(setup.registry(), setup.names(), Topic.JOURNAL, JournalEntry.class);
        this.judge =
                new Judge(
                        setup.names(),
                        setup.registry(),
                        new Router(setup.journalPartitions()),
                        setup.patience());
    }

    /** Also called when a task is revived: a new incarnation, which remembers nothing. */
    @Override
    public void init(ProcessorContext<byte[], Outgoing> context) {
        this.context = context;
        int task = context.taskId().partition();
        lineage = new Lineage();
        conflation = new Conflation<>(!setup.conflation().isZero());
        drain = new Drain(setup.backlog().of(setup.partitionsOf(task)));
        pulses = new TreeMap<>();
        for (int j = task; j < setup.journalPartitions(); j += setup.tasks()) {
            pulses.put(j, new Pulse());
            setup.activity().takeOver(j);
        }
        every(Duration.ofMillis(Pulse.BUSY_MS), this::tick);
        if (!setup.conflation().isZero()) {
            every(setup.conflation(), this::releaseQuotes);
        }
    }

    private void every(Duration interval, Punctuator todo) {
        schedules.add(context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, todo));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Input input =
                context.recordMetadata()
                        .map(m -> new Input(setup.input(m.topic()), m.partition(), m.offset()))
                        .orElseThrow();
        Verdict verdict = judge.judge(input.topic().topic(), record);
        if (verdict instanceof Refused refused) {
            setAside(record, input, refused);
        } else if (verdict instanceof Accepted accepted) {
            take(input, accepted);
        }
        drain.read(input);
    }

    private void take(Input input, Accepted accepted) {
        if (accepted.event() instanceof Quote) {
            HeldQuote quote = new HeldQuote(input, accepted);
            if (conflation.passes(accepted.sym(), quote)) {
                sendQuote(quote);
            }
            return;
        }
        Instant now = now();
        byte[] key = key(accepted.sym());
        for (Target target : accepted.targets()) {
            send(key, entry(lineage.source(input, target), now, accepted.event()), now, target);
            lineage.sent(input, target);
        }
    }

    private void setAside(Record<byte[], byte[]> record, Input input, Refused refused) {
        LOG.warn("{}: to dead-letters: {}", input, refused.text());
        Instant now = now();
        context.forward(
                DeadLetter.of(record, input, refused, now), SequencerTopology.DEAD_LETTERS);
        Control halt = halt(now, input + ", reason=" + DeadLetter.shortened(refused.text()));
        for (Target target : refused.halts()) {
            send(null, entry(lineage.source(input, target), now, halt), now, target);
            lineage.sent(input, target);
        }
    }

    /** What the execution did to a position is not known: no new exposure until resume. */
    private static Control halt(Instant now, String note) {
        return Control.newBuilder()
                .setTime(now)
                .setAction(ControlAction.HALT)
                .setOperator(OPERATOR)
                .setNote(note)
                .build();
    }

    private void releaseQuotes(long wallClock) {
        conflation.release().forEach(this::sendQuote);
    }

    private void sendQuote(HeldQuote quote) {
        Instant now = now();
        Accepted accepted = quote.accepted();
        byte[] entry = entry(Lineage.ofQuote(quote.input()), now, accepted.event());
        send(key(accepted.sym()), entry, now, accepted.targets().get(0));
    }

    /**
     * Lets time pass, but not before what waited in the task's inputs at its start is journaled:
     * after an outage, an answer that lies there must not be found missing by a clock that ran on.
     */
    private void tick(long wallClock) {
        if (!drain.done()) {
            return;
        }
        Tick tick = new Tick(context.taskId().partition());
        pulses.forEach(
                (partition, pulse) -> {
                    if (pulse.beats(wallClock, setup.activity().written(partition))) {
                        Instant now = now();
                        forward(null, entry(Lineage.ofTick(), now, tick), now, partition);
                        setup.activity().ticked(partition);
                    }
                });
    }

    private byte[] entry(Source source, Instant now, SpecificRecord event) {
        JournalEntry entry = new JournalEntry(source, now, event);
        return setup.patience().ask(() -> journal.serialize(entry));
    }

    private void send(byte[] key, byte[] entry, Instant now, Target target) {
        forward(key, entry, now, target.partition());
        setup.activity().wrote(target.partition());
    }

    /** Headers begin anew: what a writer put there must not reach the journal. */
    private void forward(byte[] key, byte[] entry, Instant now, int partition) {
        context.forward(
                new Record<>(key, new Outgoing(partition, entry), timestamp(now)),
                SequencerTopology.JOURNAL);
    }

    private Instant now() {
        return setup.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A record's timestamp must not be negative, whatever the clock says. */
    static long timestamp(Instant time) {
        return Math.max(0, time.toEpochMilli());
    }

    private static byte[] key(String sym) {
        return sym == null ? null : sym.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        schedules.forEach(Cancellable::cancel);
        schedules.clear();
        drain.cancel();
    }
}
