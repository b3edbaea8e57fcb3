package io.qtrader.core.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Key of the timer tables: a moment on the active clock and what is due then.
 *
 * @param micros active clock [us since 1970]
 * @param what a symbol or an id
 */
public record At(long micros, String what) implements Comparable<At> {
    static final Table.KeyCodec<At> CODEC = new Table.KeyCodec<>() {
        @Override
        public byte[] encode(At key) {
            byte[] text = key.what.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(Long.BYTES + text.length).putLong(key.micros).put(text).array();
        }

        @Override
        public At decode(ByteBuffer bytes) {
            return new At(bytes.getLong(), StandardCharsets.UTF_8.decode(bytes).toString());
        }
    };

    @Override
    public int compareTo(At other) {
        int byTime = Long.compare(micros, other.micros);
        return byTime != 0 ? byTime : what.compareTo(other.what);
    }
}
