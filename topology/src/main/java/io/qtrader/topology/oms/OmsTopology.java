package io.qtrader.topology.oms;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.topology.Changelogs;
import io.qtrader.topology.JournalIdentity;
import io.qtrader.topology.Patience;
import io.qtrader.topology.PartitionedKey;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * journal → oms → outputs: one task per journal partition, each with the whole state of the core
 * for it.
 *
 * <pre>
 * journal ──► oms ──► targets, requirements, net-positions, strategy-positions,
 *              │      parent-orders, orders, child-order-state, exec-states,
 *            state    child-orders, fills, breaches, rejects
 * </pre>
 */
public final class OmsTopology {

    static final String JOURNAL = "journal";
    static final String OMS = "oms";
    static final String STATE = "state";

    /**
     * The journal's record timestamps matter to nobody behind it, and a negative one must not stop
     * the task: outputs bear their entry's time.
     */
    private static final TimestampExtractor NEVER_NEGATIVE =
            (record, partitionTime) -> Math.max(0, record.timestamp());

    private OmsTopology() {}

    /**
     * Builds it.
     *
     * @param names of the topics
     * @param journal the journal that it is for; another one stops it
     * @param registry of the schemas
     * @param patience for the registry
     */
    public static Topology of(
            TopicNames names, JournalIdentity journal, Registry registry, Patience patience) {
        return of(names, journal, registry, patience, Stores.inMemoryKeyValueStore(STATE));
    }

    static Topology of(
            TopicNames names,
            JournalIdentity journal,
            Registry registry,
            Patience patience,
            KeyValueBytesStoreSupplier rows) {
        AvroSerde<JournalEntry> entries =
                AvroSerde.of(registry, names, Topic.JOURNAL, JournalEntry.class);
        OutputSerdes outputs = new OutputSerdes(registry, names);

        Topology topology = new Topology();
        topology.addSource(
                AutoOffsetReset.earliest(),
                JOURNAL,
                NEVER_NEGATIVE,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                names.of(Topic.JOURNAL));
        topology.addProcessor(
                OMS, () -> new OmsProcessor(journal, entries, outputs, patience), JOURNAL);
        topology.addStateStore(state(rows), OMS);
        for (Stream stream : Stream.values()) {
            topology.addSink(
                    sink(stream),
                    names.of(OutputSerdes.topic(stream)),
                    PartitionedKey.SERIALIZER,
                    new ByteArraySerializer(),
                    PartitionedKey.partitioner(),
                    OMS);
        }
        return topology;
    }

    /** The sink of an output stream bears its topic's name without the prefix. */
    static String sink(Stream stream) {
        return OutputSerdes.topic(stream).suffix();
    }

    private static StoreBuilder<KeyValueStore<byte[], byte[]>> state(
            KeyValueBytesStoreSupplier rows) {
        return Stores.keyValueStoreBuilder(rows, Serdes.ByteArray(), Serdes.ByteArray())
                .withLoggingEnabled(Changelogs.SHORT)
                .withCachingDisabled();
    }
}
