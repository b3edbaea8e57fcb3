package io.qtrader.topology.blotter;

import io.qtrader.client.TopicNames;
import io.qtrader.topology.Changelogs;
import io.qtrader.topology.JournalIdentity;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * outputs → gate by seq → one table a view. All views are one sub-topology, since their gates share
 * a store: one task per journal partition.
 *
 * <pre>
 * targets ───► gate ──► table     fills ─────► gate ──► records
 * orders ────► gate ──► table     breaches ──► gate ──► newest records
 * …             │                 …             │
 *              seqs                            seqs
 * </pre>
 */
public final class BlotterTopology {

    /** Store of the last seq of each view and journal partition. */
    static final String SEQS = "seqs";

    /** How many breaches and rejects are kept for each journal partition. */
    static final int NEWEST = 1000;

    private BlotterTopology() {}

    /**
     * Builds it.
     *
     * @param names of the topics
     * @param journal whose outputs they are; those of another one stop it
     */
    public static Topology of(TopicNames names, JournalIdentity journal) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(SEQS),
                                Serdes.String(),
                                Serdes.String())
                        .withLoggingEnabled(Changelogs.SHORT));
        for (View view : View.values()) {
            KStream<String, byte[]> news =
                    builder.stream(names.of(view.topic()), source(view))
                            .processValues(
                                    () -> new SeqGate(view, journal),
                                    Named.as(view.path() + "-gate"),
                                    SEQS);
            switch (view.keeps()) {
                case SYMBOLS, IDS -> news.toTable(Named.as(view.path() + "-table"), table(view));
                case RECORDS -> keep(builder, news, view, Long.MAX_VALUE);
                case NEWEST_RECORDS -> keep(builder, news, view, NEWEST);
            }
        }
        return builder.build();
    }

    private static Consumed<String, byte[]> source(View view) {
        return Consumed.with(Serdes.String(), Serdes.ByteArray())
                .withName(view.path() + "-source")
                .withOffsetResetPolicy(AutoOffsetReset.earliest())
                // Outputs bear their entry's time, which is never negative; others never stop us.
                .withTimestampExtractor((record, partitionTime) -> Math.max(0, record.timestamp()));
    }

    private static Materialized<String, byte[], KeyValueStore<Bytes, byte[]>> table(View view) {
        return Materialized.<String, byte[], KeyValueStore<Bytes, byte[]>>as(view.path())
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.ByteArray())
                .withStoreType(
                        view.keeps() == View.Keeps.IDS
                                ? BuiltInDslStoreSuppliers.ROCKS_DB
                                : BuiltInDslStoreSuppliers.IN_MEMORY)
                .withLoggingEnabled(Changelogs.SHORT)
                .withCachingDisabled();
    }

    private static void keep(
            StreamsBuilder builder, KStream<String, byte[]> news, View view, long most) {
        builder.addStateStore(records(view));
        news.process(
                () -> new KeptRecords(view.path(), most),
                Named.as(view.path() + "-records"),
                view.path());
    }

    private static StoreBuilder<KeyValueStore<byte[], byte[]>> records(View view) {
        KeyValueBytesStoreSupplier supplier =
                view.keeps() == View.Keeps.RECORDS
                        ? Stores.persistentKeyValueStore(view.path())
                        : Stores.inMemoryKeyValueStore(view.path());
        return Stores.keyValueStoreBuilder(supplier, Serdes.ByteArray(), Serdes.ByteArray())
                .withLoggingEnabled(Changelogs.SHORT);
    }
}
