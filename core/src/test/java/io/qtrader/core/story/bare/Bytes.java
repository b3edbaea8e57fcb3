package io.qtrader.core.story.bare;

import io.qtrader.core.state.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Outputs as bytes, so that equal means equal to the last one. */
final class Bytes {
    private Bytes() {}

    static String of(List<Output> outputs) {
        StringBuilder text = new StringBuilder();
        for (Output o : outputs) {
            text.append(o.stream()).append(' ').append(o.key()).append(' ').append(o.counter())
                    .append(' ').append(Long.toHexString(o.digest())).append(' ')
                    .append(o.value()).append(' ')
                    .append(o.value() == null ? "" : HexFormat.of().formatHex(avro(o.value())))
                    .append('\n');
        }
        return text.toString();
    }

    private static byte[] avro(SpecificRecord value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new SpecificDatumWriter<>(value.getSchema()).write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
