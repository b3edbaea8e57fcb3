package io.qtrader.core.story.bare;

import io.qtrader.core.state.State;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;

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
