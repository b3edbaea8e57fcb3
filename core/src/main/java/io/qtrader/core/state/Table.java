package io.qtrader.core.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * One table of the state: rows by key, kept in memory, with the keys that changed since the last
 * drain. Keys are ordered as their bytes are, so that memory, store and changelog iterate alike.
 *
 * <p>A row is the table's own object: whoever changes it calls {@link #put} in the same step, or
 * the change is lost at the next restore. The scenario tests restore after every entry to hold
 * the core to that.
 *
 * @param <K> key
 * @param <V> row
 */
public final class Table<K extends Comparable<K>, V extends SpecificRecord> {
    static {
        TrustedRows.allow();
    }

    private final byte prefix;
    private final KeyCodec<K> codec;
    private final SpecificDatumWriter<V> writer;
    private final SpecificDatumReader<V> reader;
    private final TreeMap<K, V> rows = new TreeMap<>();
    private final TreeMap<K, Boolean> changed = new TreeMap<>();
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;

    Table(int prefix, KeyCodec<K> codec, Schema schema) {
        this.prefix = (byte) prefix;
        this.codec = codec;
        this.writer = new SpecificDatumWriter<>(schema);
        this.reader = new SpecificDatumReader<>(schema);
    }

    public V get(K key) {
        return rows.get(key);
    }

    public void put(K key, V row) {
        rows.put(key, row);
        changed.put(key, Boolean.TRUE);
    }

    public void remove(K key) {
        if (rows.remove(key) != null) {
            changed.put(key, Boolean.TRUE);
        }
    }

    /** Rows with {@code from <= key < to}, in key order; a view that must not outlive the step. */
    public SortedMap<K, V> range(K from, K to) {
        return rows.subMap(from, to);
    }

    /** Keys in order, as a copy: the table may change while they are walked. */
    public List<K> keys() {
        return new ArrayList<>(rows.keySet());
    }

    /** The first row by key, or null when the table is empty. */
    public Map.Entry<K, V> first() {
        return rows.firstEntry();
    }

    public int size() {
        return rows.size();
    }

    boolean owns(byte[] key) {
        return key.length > 0 && key[0] == prefix;
    }

    void load(byte[] key, byte[] value) {
        K k = codec.decode(ByteBuffer.wrap(key, 1, key.length - 1));
        try {
            decoder = DecoderFactory.get().binaryDecoder(value, decoder);
            rows.put(k, withPlainLists(reader.read(null, decoder)));
        } catch (IOException e) {
            throw new UncheckedIOException("state row " + k + " of table " + prefix, e);
        }
    }

    /** Avro's own lists cannot remove while they are walked. */
    private V withPlainLists(V row) {
        for (Schema.Field field : row.getSchema().getFields()) {
            if (row.get(field.pos()) instanceof List<?> list) {
                row.put(field.pos(), new ArrayList<>(list));
            }
        }
        return row;
    }

    void drain(BiConsumer<byte[], byte[]> sink) {
        for (K key : changed.keySet()) {
            V row = rows.get(key);
            byte[] body = codec.encode(key);
            byte[] bytes = new byte[body.length + 1];
            bytes[0] = prefix;
            System.arraycopy(body, 0, bytes, 1, body.length);
            sink.accept(bytes, row == null ? null : encode(row));
        }
        changed.clear();
    }

    void forgetChanges() {
        changed.clear();
    }

    private byte[] encode(V row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try {
            encoder = EncoderFactory.get().binaryEncoder(out, encoder);
            writer.write(row, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** How a key is written, big-endian, so that byte order is key order. */
    interface KeyCodec<K> {
        byte[] encode(K key);

        K decode(ByteBuffer bytes);
    }

    /** Keys that are text; ordered by code unit, which for the symbols and names here is byte order. */
    static final KeyCodec<String> TEXT = new KeyCodec<>() {
        @Override
        public byte[] encode(String key) {
            return key.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String decode(ByteBuffer bytes) {
            return StandardCharsets.UTF_8.decode(bytes).toString();
        }
    };

    /** Keys that are ids. */
    static final KeyCodec<Long> ID = new KeyCodec<>() {
        @Override
        public byte[] encode(Long key) {
            return ByteBuffer.allocate(Long.BYTES).putLong(key).array();
        }

        @Override
        public Long decode(ByteBuffer bytes) {
            return bytes.getLong();
        }
    };

    @Override
    public String toString() {
        return "table " + prefix + Arrays.toString(rows.keySet().toArray());
    }
}
