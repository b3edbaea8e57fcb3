package io.qtrader.app.replay.file;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.Journal.Lines;
import io.qtrader.app.replay.JournalLine;
import io.qtrader.app.replay.Progress;
import io.qtrader.client.AvroSerde;
import io.qtrader.client.ClusterException;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicSpec;
import io.qtrader.schemas.JournalEntry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes a journal from elsewhere into a cluster's empty one: every entry to the partition and the
 * offset that it had. Without a transaction, whose marker would take an offset.
 */
public final class Import implements AutoCloseable {

    private static final Map<String, Object> SETTINGS = Map.of(
            "linger.ms", 20, "batch.size", 1 << 18, "max.block.ms", 15000,
            "delivery.timeout.ms", 60000, "request.timeout.ms", 15000);
    private static final Map<String, Object> FIXED = Map.of(
            "acks", "all", "enable.idempotence", true,
            "max.request.size", TopicSpec.MAX_WRAPPED_BYTES);

    private final String topic;
    private final String bootstrap;
    private final Registry registry;
    private final AvroSerde<JournalEntry> serde;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    /** Writes nothing yet. */
    public Import(Connection connection) {
        topic = connection.names().of(Topic.JOURNAL);
        bootstrap = connection.bootstrap();
        registry = connection.registry();
        serde = AvroSerde.of(registry, connection.names(), Topic.JOURNAL, JournalEntry.class);
        Map<String, Object> kafka = connection.kafka(SETTINGS);
        kafka.putAll(FIXED);
        producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Reads a journal to its end, so that nothing is written of one that is damaged. */
    public static void check(Journal journal) {
        for (int partition = 0; partition < journal.partitions(); partition++) {
            try (Lines lines = journal.read(partition)) {
                while (lines.next() != null) {
                    continue;
                }
            }
        }
    }

    /**
     * Writes it; when it returns, the cluster has all of it.
     *
     * @throws CommandFailure where another writer was faster
     * @throws ClusterException where the cluster does not take it
     */
    public void write(Journal journal, Progress progress) {
        for (int partition = 0; partition < journal.partitions(); partition++) {
            try (Lines lines = journal.read(partition)) {
                for (JournalLine line = lines.next(); line != null; line = lines.next()) {
                    send(line);
                    throwFailure();
                    progress.one();
                }
            }
        }
        producer.flush();
        throwFailure();
    }

    private void send(JournalLine line) {
        try {
            producer.send(new ProducerRecord<>(topic, line.partition(), line.timestamp(),
                            line.key(), serde.serialize(line.entry())),
                    (written, e) -> confirm(line.partition(), line.offset(), written, e));
        } catch (KafkaException e) {
            throw unwritten(line.partition(), line.offset(), e);
        }
    }

    private void confirm(int partition, long offset, RecordMetadata written, Exception e) {
        if (e != null) {
            failure.compareAndSet(null, unwritten(partition, offset, e));
        } else if (written.offset() != offset) {
            failure.compareAndSet(null, new CommandFailure(topic + " partition " + partition
                    + ": the entry of offset " + offset + " came to stand at " + written.offset()
                    + ", something else writes there", "stop it, " + again()));
        }
    }

    private ClusterException unwritten(int partition, long offset, Exception e) {
        return ClusterException.of(topic + " partition " + partition + " has no entries from offset "
                + offset + " on; " + again(), bootstrap, e);
    }

    private String again() {
        return "delete the topic " + topic + " and import again";
    }

    private void throwFailure() {
        RuntimeException found = failure.get();
        if (found != null) {
            throw found;
        }
    }

    @Override
    public void close() {
        producer.close();
        registry.close();
    }
}
