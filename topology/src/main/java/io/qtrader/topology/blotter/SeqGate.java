package io.qtrader.topology.blotter;

import io.qtrader.client.Seq;
import io.qtrader.topology.JournalIdentity;
import io.qtrader.topology.StopException;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Lets through what is newer than the last record of its topic and journal partition, by {@code
 * qtrader-seq}, and drops the rest: after an aborted transaction the Oms writes the same records
 * again. A record of another journal stops the Blotter.
 *
 * <p>The last seq is in a store so that it can be asked for and so that a start on another journal
 * is noticed, but a start does not drop by it. A crash can leave its changelog ahead of the
 * table's, and the update between would be lost for good; applied again in order, records end where
 * they were.
 */
final class SeqGate implements FixedKeyProcessor<String, byte[], byte[]> {

    private final View view;
    private final JournalIdentity journal;
    private FixedKeyProcessorContext<String, byte[]> context;
    private KeyValueStore<String, String> seqs;
    private String name;
    private Seq last;

    SeqGate(View view, JournalIdentity journal) {
        this.view = view;
        this.journal = journal;
    }

    /** Key of a view's last seq in one journal partition. */
    static String key(View view, int partition) {
        return view.path() + '/' + partition;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, byte[]> context) {
        this.context = context;
        this.seqs = context.getStateStore(BlotterTopology.SEQS);
        this.name = key(view, context.taskId().partition());
        this.last = null;
        String stored = seqs.get(name);
        if (stored != null) {
            requireOurs(Seq.parse(stored), "the store " + view.path());
        }
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> record) {
        Seq seq = seq(record);
        if (last != null && seq.compareTo(last) <= 0) {
            return;
        }
        last = seq;
        context.forward(record);
        seqs.put(name, seq.header());
    }

    private Seq seq(FixedKeyRecord<String, byte[]> record) {
        try {
            Seq seq =
                    Seq.of(record.headers())
                            .orElseThrow(() -> new IllegalArgumentException("no " + Seq.HEADER));
            requireOurs(seq, where());
            return seq;
        } catch (IllegalArgumentException e) {
            throw new StopException(
                    where() + ": " + e.getMessage() + ": only the Oms may write this topic", e);
        }
    }

    private void requireOurs(Seq seq, String where) {
        if (!seq.journalid().equals(journal.journalid())) {
            throw new StopException(
                    where + " holds what journal " + seq.journalid()
                            + " made, but the journal here is " + journal.journalid()
                            + ": give the Blotter another group, or the outputs of another journal"
                            + " another prefix");
        }
    }

    private String where() {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        return at.topic() + "-" + at.partition() + " offset " + at.offset();
    }
}
