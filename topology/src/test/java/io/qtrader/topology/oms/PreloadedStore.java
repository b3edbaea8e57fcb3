package io.qtrader.topology.oms;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;

/** An in-memory store that comes up with rows in it, as after a restore from the changelog. */
record PreloadedStore(List<KeyValue<byte[], byte[]>> rows) implements KeyValueBytesStoreSupplier {

    /** All rows of a store, as a changelog would hold them. */
    static List<KeyValue<byte[], byte[]>> rowsOf(KeyValueStore<byte[], byte[]> store) {
        List<KeyValue<byte[], byte[]>> rows = new ArrayList<>();
        try (var all = store.all()) {
            all.forEachRemaining(rows::add);
        }
        return rows;
    }

    @Override
    public String name() {
        return OmsTopology.STATE;
    }

    @Override
    public String metricsScope() {
        return "in-memory";
    }

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new InMemoryKeyValueStore(name()) {
            @Override
            public void init(StateStoreContext context, StateStore root) {
                super.init(context, root);
                rows.forEach(row -> put(Bytes.wrap(row.key), row.value));
            }
        };
    }
}
