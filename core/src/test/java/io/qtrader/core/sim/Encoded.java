package io.qtrader.core.sim;

import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Outputs as bytes, so that equal means equal to the last bit. */
final class Encoded {
    private final Map<Stream, SpecificDatumWriter<SpecificRecord>> writers = new EnumMap<>(Stream.class);
    private BinaryEncoder encoder;

    byte[] of(List<Output> outputs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Output o : outputs) {
                out.writeByte(o.stream().ordinal());
                out.writeUTF(o.key());
                out.writeLong(o.counter());
                out.writeLong(o.digest());
                if (o.value() != null) {
                    encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
                    writer(o).write(o.value(), encoder);
                    encoder.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private SpecificDatumWriter<SpecificRecord> writer(Output o) {
        return writers.computeIfAbsent(o.stream(), s -> new SpecificDatumWriter<>(o.value().getSchema()));
    }
}
