package io.qtrader.core.story.bare;

import io.qtrader.core.state.State;
import io.qtrader.core.state.Table;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** The key-value store below a state: ordered by bytes, as the real one is. */
final class Store {
    private final TreeMap<byte[], byte[]> rows = new TreeMap<>(Arrays::compareUnsigned);

    /** Takes what has changed in; every drain must come in key order. */
    void drain(State state) {
        byte[][] last = {new byte[0]};
        state.drainChanges((key, value) -> {
            if (Arrays.compareUnsigned(last[0], key) >= 0) {
                throw new IllegalStateException("rows are drained out of order: "
                        + HexFormat.of().formatHex(key) + " after " + HexFormat.of().formatHex(last[0]));
            }
            last[0] = key;
            if (value == null) {
                rows.remove(key);
            } else {
                rows.put(key, value);
            }
        });
    }

    /** Every row of a state as it stands in memory, put or not. */
    static String all(State state) {
        for (Field field : State.class.getFields()) {
            if (Table.class.isAssignableFrom(field.getType())) {
                putAll(table(field, state));
            }
        }
        Store store = new Store();
        store.drain(state);
        return store.toString();
    }

    private static <K extends Comparable<K>, V extends SpecificRecord> void putAll(Table<K, V> table) {
        table.keys().forEach(key -> table.put(key, table.get(key)));
    }

    private static Table<?, ?> table(Field field, State state) {
        try {
            return (Table<?, ?>) field.get(state);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A state made of nothing but the rows. */
    State drainAndRestore(State state) {
        drain(state);
        State restored = new State();
        rows.forEach(restored::load);
        return restored;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.forEach((key, value) -> text.append(HexFormat.of().formatHex(key)).append('=')
                .append(HexFormat.of().formatHex(value)).append('\n'));
        return text.toString();
    }
}
