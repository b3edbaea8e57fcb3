package io.qtrader.topology.blotter;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.Registry;
import io.qtrader.client.TopicNames;
import io.qtrader.client.UndecodableException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the Blotter's stores: decodes, filters, sorts. Thread-safe. */
final class Tables {

    private final Function<String, ReadOnlyKeyValueStore<Object, byte[]>> stores;
    private final Map<View, AvroSerde<SpecificRecord>> serdes = new EnumMap<>(View.class);

    /**
     * Rows of an answer.
     *
     * @param rows at most as many as were asked for, by symbol and id
     * @param total how many there are
     */
    record Answer(List<Row> rows, long total) {}

    /**
     * @param stores gives a store by its name; throws InvalidStateStoreException while none can be
     *     read
     */
    Tables(
            TopicNames names,
            Registry registry,
            Function<String, ReadOnlyKeyValueStore<Object, byte[]>> stores) {
        this.stores = stores;
        for (View view : View.values()) {
            serdes.put(view, serde(names, registry, view));
        }
    }

    @SuppressWarnings("unchecked")
    private static AvroSerde<SpecificRecord> serde(TopicNames names, Registry registry, View view) {
        return new AvroSerde<>(
                registry,
                names.subject(view.topic()),
                (Class<SpecificRecord>) view.topic().record());
    }

    /** The row of a table by its key; empty where there is none. */
    Optional<Row> row(View view, String key) {
        byte[] value = stores.apply(view.path()).get(key);
        return value == null ? Optional.empty() : Optional.of(decode(view, value));
    }

    /** The rows that a query asks for. */
    Answer rows(View view, Query query) {
        Predicate<Row> wanted = wanted(view, query);
        PriorityQueue<Row> newest = new PriorityQueue<>(Row.BY_TIME);
        long total = 0;
        try (KeyValueIterator<Object, byte[]> all = stores.apply(view.path()).all()) {
            while (all.hasNext()) {
                Row row = decode(view, all.next().value);
                if (wanted.test(row)) {
                    total++;
                    newest.add(row);
                    if (newest.size() > query.limit()) {
                        newest.remove();
                    }
                }
            }
        }
        List<Row> rows = new ArrayList<>(newest);
        rows.sort(Row.BY_SYMBOL_AND_ID);
        return new Answer(rows, total);
    }

    private Predicate<Row> wanted(View view, Query query) {
        Predicate<Row> wanted = row -> true;
        if (query.sym() != null) {
            wanted = wanted.and(row -> query.sym().equals(row.sym()));
        }
        if (query.parentid() != null) {
            wanted = wanted.and(ofParent(view, query.parentid()));
        }
        if (query.live() != null) {
            wanted = wanted.and(row -> Query.isLive(row) == query.live());
        }
        return wanted;
    }

    /** A child order names its order only, and the order its parent. */
    private Predicate<Row> ofParent(View view, long parentid) {
        if (view != View.CHILDREN) {
            return row -> row.get("parentid").equals(parentid);
        }
        Set<Object> orderids = new HashSet<>();
        rows(View.ORDERS, new Query(null, parentid, null, Integer.MAX_VALUE))
                .rows()
                .forEach(order -> orderids.add(order.get("orderid")));
        return row -> orderids.contains(row.get("orderid"));
    }

    private Row decode(View view, byte[] value) {
        try {
            return new Row(view, serdes.get(view).deserialize(value));
        } catch (UndecodableException e) {
            throw new IllegalStateException(
                    "a row of " + view.path() + " cannot be decoded: " + e.getMessage(), e);
        }
    }
}
