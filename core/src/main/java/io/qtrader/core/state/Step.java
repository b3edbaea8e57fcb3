package io.qtrader.core.state;

import io.qtrader.schemas.Breach;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Policy;
import io.qtrader.schemas.Reject;
import io.qtrader.schemas.RejectCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * One journal entry's pass through the machine: the state that it changes, the time that it brought,
 * and the outputs that it makes. Rules take a step and leave their marks on it.
 *
 * <p>Within a step a table's row goes out once, as it stands at the end; a log's records all go out,
 * in the order of their making.
 */
public final class Step {
    private final State state;
    private final long offset;
    private final JournalEntry entry;
    private final long now;
    private final Map<Stream, Map<String, Output>> outputs = new EnumMap<>(Stream.class);

    public Step(State state, long offset, JournalEntry entry) {
        this.state = state;
        this.offset = offset;
        this.entry = entry;
        this.now = Micros.of(entry.getTime());
    }

    public State state() {
        return state;
    }

    public Meta meta() {
        return state.meta();
    }

    /** The policy in force; null before set-up has written one. */
    public Policy policy() {
        return state.policy();
    }

    public long offset() {
        return offset;
    }

    public JournalEntry entry() {
        return entry;
    }

    /** The entry's own time [us since 1970]. */
    public long now() {
        return now;
    }

    /** The entry's own time. */
    public Instant time() {
        return entry.getTime();
    }

    /** The active clock [us since 1970]: what every wait is measured on. */
    public long clock() {
        return meta().clock;
    }

    /** A moment of the active clock, as a person reading the entry's time would call it. */
    public Instant shown(long clockMicros) {
        return Micros.instant(clockMicros + now - clock());
    }

    /** Puts out a row of a table, or a record of a log whose key is its own. */
    public void emit(Stream stream, String key, SpecificRecord value) {
        emit(stream, key, new Output(stream, key, value, 0, 0));
    }

    /** Puts out an instruction with its counter and digest. */
    public void instruct(ChildOrder instruction, long counter, long digest) {
        String key = Long.toString(instruction.getChildid());
        emit(Stream.CHILD_ORDERS, Long.toString(counter),
                new Output(Stream.CHILD_ORDERS, key, instruction, counter, digest));
    }

    private void emit(Stream stream, String slot, Output output) {
        outputs.computeIfAbsent(stream, s -> new LinkedHashMap<>()).put(slot, output);
    }

    /** Says that a rule or limit was touched: {@code text} is {@code key=value, key=value}. */
    public void breach(BreachCode code, Subject subject, String text) {
        Meta meta = meta();
        meta.breaches++;
        long id = Ids.of(meta.partition, meta.breaches);
        emit(Stream.BREACHES, Long.toString(id), new Breach(id, time(), code, subject.sym(),
                subject.brokerid(), subject.parentid(), subject.childid(), subject.locked(),
                code + ": " + text));
    }

    /** Refuses the entry's event: {@code text} is {@code key=value, key=value}. */
    public void reject(RejectCode code, Subject subject, String text) {
        Meta meta = meta();
        meta.rejects++;
        long id = Ids.of(meta.partition, meta.rejects);
        emit(Stream.REJECTS, Long.toString(id), new Reject(id, time(), code, entry.getSource(),
                subject.sym(), subject.strat(), subject.childid(), code + ": " + text));
    }

    /** All outputs so far: by stream in {@link Stream} order, then in the order of their making. */
    public List<Output> outputs() {
        List<Output> all = new ArrayList<>();
        for (Map<String, Output> ofStream : outputs.values()) {
            all.addAll(ofStream.values());
        }
        return all;
    }
}
