package io.qtrader.client;

import static io.qtrader.client.Records.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qtrader.client.FakeRegistry.Answer;
import io.qtrader.client.UndecodableException.Reason;
import io.qtrader.schemas.Breach;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Source;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AvroSerdeTest {

    private FakeRegistry server;
    private Registry registry;
    private AvroSerde<Intent> serde;

    @BeforeEach
    void start() throws Exception {
        server = new FakeRegistry();
        registry = new Registry(server.config());
        serde = AvroSerde.of(registry, TopicNames.DEFAULT, Topic.INTENTS, Intent.class);
    }

    @AfterEach
    void stop() {
        registry.close();
        server.close();
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        byte[] bytes = serde.serialize(intent("AAPL", 100));

        assertThat(bytes).startsWith(0, 0, 0, 0, serde.schemaId());
        assertThat(serde.deserialize(bytes)).isEqualTo(intent("AAPL", 100));
        assertThat(server.requests)
                .containsExactly("POST /subjects/qtrader.intents-value/versions");
    }

    @Test
    void readsWhatAnotherProcessWroteAskingOnce() throws Exception {
        byte[] bytes = serde.serialize(intent("AAPL", 100));
        server.requests.clear();
        try (Registry other = new Registry(server.config())) {
            AvroSerde<Intent> reader = new AvroSerde<>(other, "any", Intent.class);

            assertThat(reader.deserialize(bytes)).isEqualTo(intent("AAPL", 100));
            assertThat(reader.deserialize(bytes)).isEqualTo(intent("AAPL", 100));
        }
        assertThat(server.requests).containsExactly("GET /schemas/ids/1");
    }

    @Test
    void writesLargeRecordsAndSmallOnesAfterThem() throws Exception {
        Intent large = intent("X".repeat(3 << 20), 1);

        assertThat(serde.deserialize(serde.serialize(large))).isEqualTo(large);
        assertThat(serde.deserialize(serde.serialize(intent("B", 2)))).isEqualTo(intent("B", 2));
    }

    @Test
    void aRecordThatCannotBeWrittenSpoilsNotTheNext() throws Exception {
        JournalEntry empty = new JournalEntry();
        empty.setSource(new Source("id", "topic", 0, 1L, 0, -1L, -1));
        empty.setTime(Instant.EPOCH);
        AvroSerde<JournalEntry> journal =
                AvroSerde.of(registry, TopicNames.DEFAULT, Topic.JOURNAL, JournalEntry.class);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.serialize(empty))
                .withMessageStartingWith(
                        "JournalEntry for qtrader.journal-value cannot be written");
        empty.setEvent(intent("AAPL", 5));
        assertThat(journal.deserialize(journal.serialize(empty))).isEqualTo(empty);
    }

    @Test
    void refusesAnotherRecordThanTheTopics() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                AvroSerde.of(
                                        registry,
                                        TopicNames.DEFAULT,
                                        Topic.FILLS,
                                        Intent.class));
    }

    @Test
    void namesWhatIsWrongWithTheFraming() throws Exception {
        assertUndecodable(Reason.NULL_VALUE, null);
        assertUndecodable(Reason.TOO_SHORT, new byte[0]);
        assertUndecodable(Reason.TOO_SHORT, new byte[] {0, 0, 0, 1});
        assertUndecodable(Reason.NO_MAGIC, new byte[] {1, 0, 0, 0, 1, 2});
        assertUndecodable(Reason.UNKNOWN_SCHEMA, new byte[] {0, 0, 0, 0, 99, 2});
        assertUndecodable(Reason.UNKNOWN_SCHEMA, new byte[] {0, -1, -1, -1, -1, 2});
    }

    @Test
    void refusesAnotherRecordAndASchemaThatIsNone() throws Exception {
        int other = server.add("{\"type\":\"record\",\"name\":\"Other\",\"fields\":[]}");
        int string = server.add("\"string\"");

        assertThat(assertUndecodable(Reason.WRONG_RECORD, framed(other)))
                .hasMessageContaining("schema 1 is Other, must be io.qtrader.schemas.Intent");
        assertThat(assertUndecodable(Reason.WRONG_RECORD, framed(string, (byte) 0)))
                .hasMessageContaining("is STRING");
    }

    @Test
    void refusesTrailingBytesAndEveryTruncation() throws Exception {
        byte[] bytes = serde.serialize(intent("AAPL", 100));

        assertUndecodable(Reason.TRAILING_BYTES, Arrays.copyOf(bytes, bytes.length + 1));
        for (int length = AvroCodec.PREFIX; length < bytes.length; length++) {
            assertUndecodable(Reason.CORRUPT, Arrays.copyOf(bytes, length));
        }
        assertThat(serde.deserialize(bytes)).isEqualTo(intent("AAPL", 100));
    }

    @Test
    @Timeout(20)
    void neverTakesMoreMemoryThanTheRecordWarrants() throws Exception {
        byte[] time = varint(0);
        for (long length : new long[] {1 << 20, Integer.MAX_VALUE, 1L << 40, -1, Long.MIN_VALUE}) {
            // A string of that length.
            assertUndecodable(Reason.CORRUPT, framed(serde.schemaId(), time, varint(length)));
            // A map of that many entries, after an empty symbol and strategy, tgtpos, urgency.
            byte[] before = concat(time, varint(0), varint(0), varint(0), new byte[8]);
            assertUndecodable(
                    Reason.CORRUPT, framed(serde.schemaId(), before, varint(length)));
        }
    }

    @Test
    @Timeout(20)
    void aWritersFieldThatWeDoNotKnowCannotHoldUsUp() throws Exception {
        // Elements of no length at all, which no count of bytes can bound.
        Schema writer = new Schema.Parser().parse(SchemaText.portable(Intent.getClassSchema()));
        String text =
                writer.toString()
                        .replace(
                                "\"fields\":[",
                                "\"fields\":[{\"name\":\"z\",\"type\":"
                                        + "{\"type\":\"array\",\"items\":\"null\"}},");
        int id = server.add(text);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int block = 0; block < 100; block++) {
            body.writeBytes(varint(Integer.MAX_VALUE - 16));
        }

        assertUndecodable(Reason.CORRUPT, framed(id, body.toByteArray()));
    }

    @Test
    @Timeout(30)
    void anyGarbageIsUndecodableAndNothingElse() throws Exception {
        AvroSerde<JournalEntry> journal =
                AvroSerde.of(registry, TopicNames.DEFAULT, Topic.JOURNAL, JournalEntry.class);
        JournalEntry entry =
                new JournalEntry(
                        new Source("id", "topic", 0, 1L, 0, -1L, -1),
                        Instant.EPOCH,
                        intent("AAPL", 5));
        byte[] good = journal.serialize(entry);
        Random random = new Random(20250102);
        int decoded = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bad = good.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                int at = AvroCodec.PREFIX + random.nextInt(bad.length - AvroCodec.PREFIX);
                bad[at] = (byte) random.nextInt();
            }
            try {
                journal.deserialize(bad);
                decoded++;
            } catch (UndecodableException e) {
                assertThat(e.reason()).isIn(Reason.CORRUPT, Reason.TRAILING_BYTES);
            }
        }
        assertThat(decoded).isPositive();
        assertThat(journal.deserialize(good)).isEqualTo(entry);
    }

    @Test
    void readsANewersWriterFieldsAndSymbols() throws Exception {
        AvroSerde<Breach> breaches =
                AvroSerde.of(registry, TopicNames.DEFAULT, Topic.BREACHES, Breach.class);
        Schema newer =
                new Schema.Parser()
                        .parse(
                                SchemaText.portable(Breach.getClassSchema())
                                        .replace("\"EXCESS\"]", "\"EXCESS\",\"BRAND_NEW\"]")
                                        .replace(
                                                "{\"name\":\"text\"",
                                                "{\"name\":\"added\",\"type\":\"string\"},"
                                                        + "{\"name\":\"text\""));
        GenericRecord record = new GenericData.Record(newer);
        record.put("breachid", 7L);
        record.put("time", 1_000_000L);
        record.put(
                "code",
                new GenericData.EnumSymbol(newer.getField("code").schema(), "BRAND_NEW"));
        record.put("locked", true);
        record.put("added", "unknown to us");
        record.put("text", "BRAND_NEW: a=1");

        Breach read = breaches.deserialize(framed(server.add(newer.toString()), encode(record)));

        assertThat(read.getCode()).isEqualTo(BreachCode.OTHER);
        assertThat(read.getTime()).isEqualTo(Instant.EPOCH.plusSeconds(1));
        assertThat(read.getText()).isEqualTo("BRAND_NEW: a=1");
    }

    @Test
    void refusesAnIdThatIsOnlyInTheHeader() throws Exception {
        Headers headers = new RecordHeaders();
        byte[] bytes = serde.serialize(intent("AAPL", 100));
        assertThat(serde.deserialize(bytes, headers)).isNotNull();
        headers.add("__value_schema_id", new byte[17]);

        UndecodableException refusal =
                catchThrowableOfType(
                        UndecodableException.class, () -> serde.deserialize(bytes, headers));

        assertThat(refusal.reason()).isEqualTo(Reason.ID_IN_HEADER);
        assertThat(refusal).hasMessageContaining("PrefixSchemaIdSerializer");
    }

    @Test
    void anOutageIsNoReasonToCallARecordUndecodable() throws Exception {
        byte[] bytes = framed(5);
        server.nextReads.add(new Answer(503, "busy"));
        server.nextReads.add(new Answer(401, "no"));

        assertThatThrownBy(() -> serde.deserialize(bytes))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> serde.deserialize(bytes))
                .isInstanceOf(RegistryRefusedException.class);
    }

    @Test
    void servesKafka() {
        try (Serde<Intent> kafka = serde.serde()) {
            byte[] bytes = kafka.serializer().serialize("t", intent("AAPL", 1));

            assertThat(kafka.deserializer().deserialize("t", bytes)).isEqualTo(intent("AAPL", 1));
            assertThat(kafka.serializer().serialize("t", null)).isNull();
            assertThat(kafka.deserializer().deserialize("t", null)).isNull();
            assertThatThrownBy(() -> kafka.deserializer().deserialize("t", new byte[3]))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageStartingWith("t: TOO_SHORT: bytes=3");
        }
    }

    private UndecodableException assertUndecodable(Reason reason, byte[] bytes) {
        UndecodableException refusal =
                catchThrowableOfType(
                        UndecodableException.class, () -> serde.deserialize(bytes));
        assertThat(refusal).isNotNull().hasMessageStartingWith(reason + ": ");
        assertThat(refusal.reason()).isEqualTo(reason);
        return refusal;
    }

    private static byte[] framed(int id, byte[]... body) {
        return concat(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array(), concat(body));
    }

    private static byte[] framed(int id, byte body) {
        return framed(id, new byte[] {body});
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] varint(long value) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        encoder.writeLong(value);
        return out.toByteArray();
    }

    private static byte[] encode(GenericRecord record) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        return out.toByteArray();
    }
}
