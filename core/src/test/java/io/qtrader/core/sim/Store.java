package io.qtrader.core.sim;

import io.qtrader.core.state.State;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The key-value store behind a state: rows as the state drained them. */
final class Store {
    private final TreeMap<byte[], byte[]> rows = new TreeMap<>(Arrays::compareUnsigned);

    void drain(State state) {
        state.drainChanges((key, value) -> {
            if (value == null) {
                rows.remove(key);
            } else {
                rows.put(key, value);
            }
        });
    }

    /** A state as a restart restores it. */
    State restore() {
        State state = new State();
        rows.forEach(state::load);
        return state;
    }

    /** The first key at which two stores differ, as text, or null. */
    String difference(Store other) {
        for (Map.Entry<byte[], byte[]> row : rows.entrySet()) {
            if (!Arrays.equals(row.getValue(), other.rows.get(row.getKey()))) {
                return describe(row.getKey());
            }
        }
        for (byte[] key : other.rows.keySet()) {
            if (!rows.containsKey(key)) {
                return describe(key);
            }
        }
        return null;
    }

    private static String describe(byte[] key) {
        return "table " + key[0] + " key " + new String(key, 1, key.length - 1,
                java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
