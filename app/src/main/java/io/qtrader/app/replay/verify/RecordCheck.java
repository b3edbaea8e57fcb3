package io.qtrader.app.replay.verify;

import io.qtrader.client.ChildOrderHeader;
import io.qtrader.client.Topic;
import io.qtrader.client.TrustedRecords;
import io.qtrader.core.state.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Compares one topic's records with what the core makes, byte by byte. Not thread-safe. */
final class RecordCheck {

    /** A zero byte and the schema's id, as Confluent's wire format has them. */
    private static final int PREFIX = 1 + Integer.BYTES;

    private final Topic topic;
    private final IntFunction<Optional<Schema>> schemas;
    private final Schema ours;
    private final SpecificData model;
    private final DatumWriter<SpecificRecord> writer;
    private final Map<Integer, Writer> writers = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    private BinaryEncoder encoder;

    /** A schema that records were written by, and whether it is ours. */
    private record Writer(Schema schema, boolean same) {
    }

    /** Thrown where a record cannot be compared; the message says why. */
    private static final class Incomparable extends Exception {
        private static final long serialVersionUID = 1L;

        Incomparable(String message) {
            super(message);
        }
    }

    RecordCheck(Topic topic, IntFunction<Optional<Schema>> schemas) {
        TrustedRecords.allow();
        this.topic = topic;
        this.schemas = schemas;
        this.ours = SpecificData.get().getSchema(topic.record());
        this.model = SpecificData.getForClass(topic.record());
        this.writer = new SpecificDatumWriter<>(ours, model);
    }

    /** What of a record is not as the core makes it; empty where nothing is. */
    Optional<String> fault(Output made, OutputRecord found) {
        String key = found.key() == null ? "none" : new String(found.key(), StandardCharsets.UTF_8);
        if (!key.equals(made.key())) {
            return Optional.of("its key is " + key + ", must be " + made.key());
        }
        if (topic == Topic.CHILD_ORDERS) {
            Optional<String> fault = headerFault(made, found);
            if (fault.isPresent()) {
                return fault;
            }
        }
        try {
            return valueFault(made.value(), found.value());
        } catch (Incomparable e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Optional<String> headerFault(Output made, OutputRecord found) {
        Optional<ChildOrderHeader> header = ChildOrderHeader.of(found.headers());
        if (header.isEmpty()) {
            return Optional.of("its headers " + ChildOrderHeader.COUNTER + " and "
                    + ChildOrderHeader.DIGEST + " are not there or cannot be read");
        }
        if (header.get().counter() != made.counter()) {
            return Optional.of("its counter is " + header.get().counter() + ", must be "
                    + made.counter());
        }
        return header.get().digest() == made.digest() ? Optional.empty()
                : Optional.of("its digest is %016x, must be %016x".formatted(
                        header.get().digest(), made.digest()));
    }

    private Optional<String> valueFault(SpecificRecord made, byte[] found) throws Incomparable {
        if (made == null || found == null) {
            return made == null && found == null ? Optional.empty()
                    : Optional.of(found == null ? "it has no value" : "it has a value, must be none");
        }
        Writer theirs = writerOf(found);
        byte[] payload = encode(writer, made);
        if (!theirs.same) {
            payload = as(theirs.schema, payload);
        }
        if (Arrays.equals(payload, 0, payload.length, found, PREFIX, found.length)) {
            return Optional.empty();
        }
        SpecificRecord decoded = decode(theirs.schema, found);
        String fields = FieldDifferences.of(made, decoded);
        return Optional.of(fields.isEmpty() ? "its bytes are not those of the record" : fields);
    }

    /** The record as it can be shown; null where it cannot be decoded. */
    SpecificRecord decoded(OutputRecord found) {
        try {
            return found.value() == null ? null : decode(writerOf(found.value()).schema, found.value());
        } catch (Incomparable e) {
            return null;
        }
    }

    private Writer writerOf(byte[] value) throws Incomparable {
        if (value.length < PREFIX || value[0] != 0) {
            throw new Incomparable("its value is not in Confluent's wire format");
        }
        int id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
        Writer known = writers.get(id);
        if (known != null) {
            return known;
        }
        Schema schema = schemas.apply(id).orElseThrow(() -> new Incomparable(
                "its schema " + id + " is not in the registry"));
        if (!ours.getFullName().equals(schema.getFullName())) {
            throw new Incomparable("its schema " + id + " is " + schema.getFullName()
                    + ", must be " + ours.getFullName());
        }
        Writer found = new Writer(schema, SchemaNormalization.parsingFingerprint64(schema)
                == SchemaNormalization.parsingFingerprint64(ours));
        writers.put(id, found);
        return found;
    }

    /** What an older or newer build would have written: our record, read as theirs. */
    private byte[] as(Schema theirs, byte[] payload) throws Incomparable {
        try {
            Object record = new GenericDatumReader<>(ours, theirs).read(
                    null, DecoderFactory.get().binaryDecoder(payload, null));
            return encode(new GenericDatumWriter<>(theirs), record);
        } catch (IOException | AvroRuntimeException e) {
            throw new Incomparable("its schema is another than ours, and ours cannot be read as it"
                    + " (" + e.getMessage() + ")");
        }
    }

    private SpecificRecord decode(Schema theirs, byte[] value) throws Incomparable {
        try {
            return new SpecificDatumReader<SpecificRecord>(theirs, ours, model).read(null,
                    DecoderFactory.get().binaryDecoder(value, PREFIX, value.length - PREFIX, null));
        } catch (IOException | RuntimeException e) {
            throw new Incomparable("its bytes do not follow their schema (" + e.getMessage() + ")");
        }
    }

    private <T> byte[] encode(DatumWriter<T> datumWriter, T record) {
        out.reset();
        encoder = EncoderFactory.get().binaryEncoder(out, encoder);
        try {
            datumWriter.write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written to", e);
        }
        return out.toByteArray();
    }
}
