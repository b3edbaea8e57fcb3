package io.qtrader.topology.blotter;

import io.qtrader.client.Seq;
import java.nio.ByteBuffer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the records of a log by their place in the journal, all or the newest; a record that comes
 * again takes its own place.
 */
final class KeptRecords implements Processor<String, byte[], Void, Void> {

    private final String storeName;
    private final long most;
    private KeyValueStore<byte[], byte[]> store;
    private long count;

    /**
     * @param most how many are kept for each journal partition
     */
    KeptRecords(String storeName, long most) {
        this.storeName = storeName;
        this.most = most;
    }

    /** Big-endian, so that the store's order is the journal's. */
    static byte[] key(Seq seq) {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(seq.offset())
                .putInt(seq.index())
                .array();
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(storeName);
        count = most == Long.MAX_VALUE ? 0 : countAll();
    }

    private long countAll() {
        long found = 0;
        try (KeyValueIterator<byte[], byte[]> all = store.all()) {
            for (; all.hasNext(); all.next()) {
                found++;
            }
        }
        return found;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Seq seq = Seq.of(record.headers()).orElseThrow();
        if (store.putIfAbsent(key(seq), record.value()) == null) {
            count++;
        }
        while (count > most) {
            store.delete(oldest());
            count--;
        }
    }

    private byte[] oldest() {
        try (KeyValueIterator<byte[], byte[]> all = store.all()) {
            return all.next().key;
        }
    }
}
