package io.qtrader.client;

import io.qtrader.client.UndecodableException.Reason;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes and reads the values of one topic in Confluent's wire format: a zero byte, the schema's id
 * (four bytes, big-endian), the record in Avro binary.
 *
 * <p>Reading resolves the writer's schema to the reader's and accepts nothing by halves: every byte
 * must belong to the record. Garbage of any kind ends in an {@link UndecodableException}, never in
 * another exception and never in memory that the record's own length does not warrant. Thread-safe.
 *
 * @param <T> the generated record
 */
public final class AvroSerde<T extends SpecificRecord> {

    /** Newer clients may put the schema's id, 17 bytes, here instead of before the value. */
    public static final String ID_HEADER = "__value_schema_id";

    private static final int NOT_REGISTERED = -1;

    private final Registry registry;
    private final String subject;
    private final Class<T> type;
    private final Schema schema;
    private final ThreadLocal<AvroCodec<T>> codec;
    private volatile int id = NOT_REGISTERED;

    /** Asks the registry nothing yet: the first record does. */
    public AvroSerde(Registry registry, String subject, Class<T> type) {
        TrustedRecords.allow();
        this.registry = registry;
        this.subject = subject;
        this.type = type;
        this.schema = SpecificData.get().getSchema(type);
        SpecificData model = SpecificData.getForClass(type);
        this.codec = ThreadLocal.withInitial(() -> new AvroCodec<>(schema, model));
    }

    /**
     * The serde of a topic's values.
     *
     * @throws IllegalArgumentException if they are raw or another record
     */
    public static <T extends SpecificRecord> AvroSerde<T> of(
            Registry registry, TopicNames names, Topic topic, Class<T> type) {
        if (topic.record() != type) {
            throw new IllegalArgumentException(
                    topic + " holds " + topic.record() + ", not " + type.getName());
        }
        return new AvroSerde<>(registry, names.subject(topic), type);
    }

    /** The id that our schema is registered by; registers it at first use. */
    public int schemaId() {
        int known = id;
        if (known == NOT_REGISTERED) {
            known = registry.register(subject, schema);
            id = known;
        }
        return known;
    }

    /**
     * Writes a record; null gives null.
     *
     * @throws RegistryException if the schema cannot be registered
     * @throws IllegalArgumentException if the record lacks something that it must have
     */
    public byte[] serialize(T value) {
        if (value == null) {
            return null;
        }
        int writer = schemaId();
        try {
            return codec.get().encode(writer, value);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " for " + subject + " cannot be written: "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * Reads a record, looking at its headers too: a schema id that is only there is refused by
     * name.
     */
    public T deserialize(byte[] bytes, Headers headers) throws UndecodableException {
        if (bytes != null && headers != null && headers.lastHeader(ID_HEADER) != null) {
            throw new UndecodableException(
                    Reason.ID_IN_HEADER,
                    "the schema's id is in the header " + ID_HEADER
                            + ": have the producer write it before the value"
                            + " (Confluent's PrefixSchemaIdSerializer)");
        }
        return deserialize(bytes);
    }

    /**
     * Reads a record.
     *
     * @throws UndecodableException if it is none, for ever
     * @throws RegistryUnavailableException if the registry cannot say now what it is
     * @throws RegistryRefusedException if the registry will not say what it is
     */
    public T deserialize(byte[] bytes) throws UndecodableException {
        if (bytes == null) {
            throw new UndecodableException(Reason.NULL_VALUE, "the record has no value");
        }
        if (bytes.length < AvroCodec.PREFIX) {
            throw new UndecodableException(
                    Reason.TOO_SHORT,
                    "bytes=" + bytes.length + ", at least " + AvroCodec.PREFIX + " are needed");
        }
        if (bytes[0] != AvroCodec.MAGIC) {
            throw new UndecodableException(
                    Reason.NO_MAGIC, "first byte=" + (bytes[0] & 0xff) + ", must be 0");
        }
        int writerId = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        AvroCodec<T> own = codec.get();
        if (!own.knows(writerId)) {
            own.learn(writerId, writer(writerId));
        }
        return own.decode(writerId, bytes);
    }

    private Schema writer(int writerId) throws UndecodableException {
        Schema writer;
        try {
            writer = registry.schemaById(writerId);
        } catch (UnknownSchemaException e) {
            throw new UndecodableException(Reason.UNKNOWN_SCHEMA, e.getMessage(), e);
        }
        String name = writer.getType() == Schema.Type.RECORD ? writer.getFullName() : null;
        if (!schema.getFullName().equals(name)) {
            throw new UndecodableException(
                    Reason.WRONG_RECORD,
                    "schema " + writerId + " is " + (name == null ? writer.getType() : name)
                            + ", must be " + schema.getFullName());
        }
        return writer;
    }

    /** For Kafka's producers and Streams. */
    public Serializer<T> serializer() {
        return (topic, value) -> serialize(value);
    }

    /**
     * For Kafka's consumers and Streams: null gives null, as tables need it; what cannot be decoded
     * is a {@link SerializationException} with the {@link UndecodableException} as its cause.
     */
    public Deserializer<T> deserializer() {
        return new Deserializer<>() {
            @Override
            public T deserialize(String topic, byte[] bytes) {
                return deserialize(topic, null, bytes);
            }

            @Override
            public T deserialize(String topic, Headers headers, byte[] bytes) {
                try {
                    return bytes == null ? null : AvroSerde.this.deserialize(bytes, headers);
                } catch (UndecodableException e) {
                    throw new SerializationException(topic + ": " + e.getMessage(), e);
                }
            }
        };
    }

    /** Both, for Kafka Streams. */
    public Serde<T> serde() {
        return Serdes.serdeFrom(serializer(), deserializer());
    }
}
