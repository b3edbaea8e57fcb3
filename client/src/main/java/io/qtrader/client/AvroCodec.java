package io.qtrader.client;

import io.qtrader.client.UndecodableException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * What one thread needs to write and read one record type, made once: Avro's readers, writers and
 * buffers are costly to make and not to be shared between threads.
 */
final class AvroCodec<T> {

    static final byte MAGIC = 0;

    /** Bytes before the record: magic and schema id. */
    static final int PREFIX = 1 + Integer.BYTES;

    /** A buffer that one large record has blown up beyond this is not kept. */
    private static final int KEEP_BUFFER = 1 << 20;

    private final Schema schema;
    private final SpecificData model;
    private final DatumWriter<T> writer;
    private final Map<Integer, DatumReader<T>> readers = new HashMap<>();
    private ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;

    AvroCodec(Schema schema, SpecificData model) {
        this.schema = schema;
        this.model = model;
        this.writer = new SpecificDatumWriter<>(schema, model);
    }

    byte[] encode(int id, T value) {
        out.reset();
        out.write(MAGIC);
        out.write(id >>> 24);
        out.write(id >>> 16);
        out.write(id >>> 8);
        out.write(id);
        encoder = EncoderFactory.get().binaryEncoder(out, encoder);
        try {
            writer.write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written to", e);
        } catch (RuntimeException e) {
            // The half record in its buffer would stand before the next one.
            encoder = null;
            throw e;
        }
        byte[] bytes = out.toByteArray();
        if (bytes.length > KEEP_BUFFER) {
            out = new ByteArrayOutputStream(512);
        }
        return bytes;
    }

    boolean knows(int id) {
        return readers.containsKey(id);
    }

    void learn(int id, Schema writerSchema) {
        readers.put(id, new SpecificDatumReader<>(writerSchema, schema, model));
    }

    T decode(int id, byte[] bytes) throws UndecodableException {
        decoder =
                DecoderFactory.get()
                        .binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, decoder);
        try {
            T value = readers.get(id).read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UndecodableException(
                        Reason.TRAILING_BYTES,
                        "bytes after the record=" + decoder.remainingBytes());
            }
            return value;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UndecodableException(
                    Reason.CORRUPT,
                    "the bytes do not follow schema " + id + " (" + e.getClass().getSimpleName()
                            + ": " + e.getMessage() + ")",
                    e);
        }
    }
}
