package io.qtrader.topology.oms;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.ChildOrderHeader;
import io.qtrader.client.RegistryException;
import io.qtrader.client.Seq;
import io.qtrader.client.UndecodableException;
import io.qtrader.core.Machine;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.State;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.topology.JournalIdentity;
import io.qtrader.topology.PartitionedKey;
import io.qtrader.topology.Patience;
import io.qtrader.topology.StopException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers each journal entry to the core, saves the rows that it changed and forwards what goes out.
 * It decides nothing and skips nothing but what the state has seen: whatever cannot be applied
 * stops the task.
 */
final class OmsProcessor implements Processor<byte[], byte[], PartitionedKey, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(OmsProcessor.class);

    private record Out(String sink, Record<PartitionedKey, byte[]> record) {}

    private final JournalIdentity journal;
    private final AvroSerde<JournalEntry> entries;
    private final OutputSerdes outputs;
    private final Patience patience;

    private ProcessorContext<PartitionedKey, byte[]> context;
    private KeyValueStore<byte[], byte[]> rows;
    private State state;
    private int partition;

    OmsProcessor(
            JournalIdentity journal,
            AvroSerde<JournalEntry> entries,
            OutputSerdes outputs,
            Patience patience) {
        this.journal = journal;
        this.entries = entries;
        this.outputs = outputs;
        this.patience = patience;
    }

    /** Also called when a task is revived after its state was found corrupted: starts afresh. */
    @Override
    public void init(ProcessorContext<PartitionedKey, byte[]> context) {
        this.context = context;
        this.rows = context.getStateStore(OmsTopology.STATE);
        this.partition = context.taskId().partition();
        this.state = new State();
        long count = load();
        if (count > 0) {
            requireOurJournal();
        }
        LOG.info(
                "oms: journal partition {}: {} rows of state, applied up to {} of journal {}",
                partition,
                count,
                state.applied(),
                journal.journalid());
    }

    private long load() {
        long count = 0;
        try (KeyValueIterator<byte[], byte[]> all = rows.all()) {
            while (all.hasNext()) {
                load(all.next());
                count++;
            }
        }
        return count;
    }

    private void load(KeyValue<byte[], byte[]> row) {
        try {
            state.load(row.key, row.value);
        } catch (RuntimeException e) {
            throw new StopException(
                    "journal partition " + partition + ": the state cannot be read ("
                            + e.getMessage() + "), another build wrote it: rebuild it from the"
                            + " journal",
                    e);
        }
    }

    /** A restored store has been wrong before: it must name this journal and this partition. */
    private void requireOurJournal() {
        if (state.applied() < 0
                || !state.journalid().equals(journal.journalid())
                || state.partition() != partition
                || state.partitions() != journal.partitions()) {
            throw new StopException(
                    "journal partition " + partition + " of " + journal.partitions()
                            + " of journal " + journal.journalid() + ": the state is that of partition "
                            + state.partition() + " of " + state.partitions() + " of journal "
                            + (state.journalid().isEmpty() ? "unknown" : state.journalid())
                            + ", applied up to " + state.applied()
                            + ": delete the changelog topic and rebuild it from the journal");
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        long offset =
                context.recordMetadata()
                        .orElseThrow(() -> new StopException("a journal entry without an offset"))
                        .offset();
        if (offset <= state.applied()) {
            if (offset == 0) {
                requireSameJournal(decode(record, offset));
            }
            return;
        }
        JournalEntry entry = decode(record, offset);
        List<Output> decided = apply(offset, entry);
        if (offset == 0) {
            requireOurJournal();
        }
        List<Out> outs = write(offset, entry, decided);
        state.drainChanges(this::save);
        outs.forEach(out -> context.forward(out.record(), out.sink()));
    }

    /**
     * A journal that was made anew is read from its beginning, and by their offsets its entries
     * would pass for known ones.
     */
    private void requireSameJournal(JournalEntry first) {
        boolean same =
                first.getEvent() instanceof Control control
                        && control.getDetail() instanceof Genesis genesis
                        && genesis.getJournalid().equals(state.journalid());
        if (!same) {
            throw new StopException(
                    "journal partition " + partition + " begins with another entry than journal "
                            + state.journalid() + ", of which " + (state.applied() + 1)
                            + " entries are applied: it was deleted or made anew; restore it");
        }
    }

    private JournalEntry decode(Record<byte[], byte[]> record, long offset) {
        try {
            return patience.ask(() -> entries.deserialize(record.value(), record.headers()));
        } catch (UndecodableException | RegistryException e) {
            throw new StopException(
                    at(offset) + " cannot be decoded (" + e.getMessage()
                            + "): nothing behind it is applied until the journal or the registry is"
                            + " repaired",
                    e);
        }
    }

    private List<Output> apply(long offset, JournalEntry entry) {
        try {
            return Machine.apply(state, offset, entry);
        } catch (RuntimeException e) {
            throw new StopException(
                    at(offset) + " cannot be applied (" + e.getMessage() + "), applied up to "
                            + state.applied() + ", entry " + entry,
                    e);
        }
    }

    private String at(long offset) {
        return "journal partition " + partition + " offset " + offset;
    }

    private void save(byte[] key, byte[] value) {
        if (value == null) {
            rows.delete(key);
        } else {
            rows.put(key, value);
        }
    }

    private List<Out> write(long offset, JournalEntry entry, List<Output> decided) {
        long timestamp = Math.max(0, entry.getTime().toEpochMilli());
        List<Out> outs = new ArrayList<>(decided.size());
        try {
            for (int index = 0; index < decided.size(); index++) {
                Output output = decided.get(index);
                Seq seq = new Seq(journal.journalid(), offset, index);
                outs.add(
                        new Out(
                                OmsTopology.sink(output.stream()),
                                new Record<>(
                                        new PartitionedKey(partition, output.key()),
                                        patience.ask(() -> outputs.serialize(output)),
                                        timestamp,
                                        headers(seq, output))));
            }
        } catch (RegistryException | IllegalArgumentException e) {
            throw new StopException(
                    at(offset) + ": what it makes cannot be written (" + e.getMessage() + ")", e);
        }
        return outs;
    }

    private static Headers headers(Seq seq, Output output) {
        Headers headers = new RecordHeaders();
        if (output.stream() == Stream.CHILD_ORDERS) {
            new ChildOrderHeader(seq, output.counter(), output.digest()).addTo(headers);
        } else {
            seq.addTo(headers);
        }
        return headers;
    }
}
