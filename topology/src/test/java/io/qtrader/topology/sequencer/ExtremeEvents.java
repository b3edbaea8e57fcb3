package io.qtrader.topology.sequencer;

import static io.qtrader.topology.sequencer.Events.child;

import io.qtrader.client.Topic;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.Quote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.provider.Arguments;

/** Records at the ends of what their types hold, written as numbers, as another language would. */
final class ExtremeEvents {
    private static final List<Long> LONGS =
            List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, Long.MAX_VALUE);
    private static final List<Integer> DAYS = List.of(Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE);
    private static final List<Double> DOUBLES =
            List.of(Double.NaN, Double.POSITIVE_INFINITY, -Double.MAX_VALUE, -0.0, 1e300);

    private ExtremeEvents() {}

    /** Topic, body without the prefix, and what it says. */
    static Stream<Arguments> all() {
        return Stream.concat(
                LONGS.stream().flatMap(ExtremeEvents::withLong),
                Stream.concat(
                        DAYS.stream().map(ExtremeEvents::withDay),
                        DOUBLES.stream().flatMap(ExtremeEvents::withDouble)));
    }

    private static Stream<Arguments> withLong(long value) {
        return Stream.of(
                arguments(Topic.INTENTS, Intent.getClassSchema(), intent(value, value, 0.5)),
                arguments(Topic.QUOTES, Quote.getClassSchema(), quote(value, 1.0)));
    }

    private static Arguments withDay(int day) {
        Map<String, Object> fields =
                Map.ofEntries(
                        Map.entry("time", 0L),
                        Map.entry("type", symbol(Execution.getClassSchema(), "type", "FILL")),
                        Map.entry("childid", child(0, 1)),
                        Map.entry("request", Integer.MIN_VALUE),
                        Map.entry("brokerid", "paper"),
                        Map.entry("execid", "e1"),
                        Map.entry("tradedate", day),
                        Map.entry("sym", "AAPL"),
                        Map.entry("side", symbol(Execution.getClassSchema(), "side", "SELL")),
                        Map.entry("qty", -5L),
                        Map.entry("price", Double.NaN),
                        Map.entry("cumqty", Long.MAX_VALUE),
                        Map.entry("leavesqty", Long.MIN_VALUE),
                        Map.entry("transient", false));
        return arguments(Topic.EXECUTIONS, Execution.getClassSchema(), fields);
    }

    private static Stream<Arguments> withDouble(double value) {
        return Stream.of(
                arguments(Topic.INTENTS, Intent.getClassSchema(), intent(0, 1, value)),
                arguments(Topic.QUOTES, Quote.getClassSchema(), quote(0, value)));
    }

    private static Map<String, Object> intent(long time, long tgtpos, double urgency) {
        return Map.of(
                "time", time,
                "sym", "AAPL",
                "strat", "s",
                "tgtpos", tgtpos,
                "urgency", urgency,
                "info", Map.of());
    }

    private static Map<String, Object> quote(long number, double price) {
        return Map.of(
                "time", number,
                "sym", "AAPL",
                "bid", price,
                "ask", price,
                "last", price,
                "bidsize", number,
                "asksize", number,
                "volume", number);
    }

    private static Object symbol(Schema record, String field, String symbol) {
        return new GenericData.EnumSymbol(record.getField(field).schema(), symbol);
    }

    private static Arguments arguments(Topic topic, Schema schema, Map<String, Object> fields) {
        GenericRecord record = new GenericData.Record(schema);
        fields.forEach(record::put);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
            encoder.flush();
            return Arguments.of(topic, out.toByteArray(), read(schema, out.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpecificRecord read(Schema schema, byte[] bytes) throws IOException {
        return new SpecificDatumReader<SpecificRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }
}
