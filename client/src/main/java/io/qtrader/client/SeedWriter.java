package io.qtrader.client;

import io.qtrader.schemas.Control;
import io.qtrader.schemas.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes set-up's entries to the journal, each partition's in as few batches as can be. */
final class SeedWriter {

    private final Map<String, ?> config;
    private final String topic;
    private final AvroSerde<JournalEntry> serde;

    SeedWriter(Map<String, ?> config, String topic, AvroSerde<JournalEntry> serde) {
        this.config = config;
        this.topic = topic;
        this.serde = serde;
    }

    /** When it returns, the cluster has them all. */
    void write(Map<Integer, List<JournalEntry>> byPartition) {
        Object bootstrap = ClientProperties.bootstrap(config);
        String what = "first entries were not all written to " + topic;
        try (Producer<String, byte[]> producer = producer()) {
            List<Future<?>> sent = new ArrayList<>();
            byPartition.forEach(
                    (partition, entries) -> {
                        for (JournalEntry entry : entries) {
                            sent.add(producer.send(record(partition, entry)));
                        }
                    });
            producer.flush();
            for (Future<?> future : sent) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw ClusterException.of(what, bootstrap, e);
        } catch (InterruptedException e) {
            throw ClusterException.interrupted(what, bootstrap, e);
        }
    }

    /** A batch is written whole or not at all, so one that takes everything is waited for. */
    private Producer<String, byte[]> producer() {
        Map<String, Object> kafka = ClientProperties.kafka(config);
        kafka.put(ProducerConfig.ACKS_CONFIG, "all");
        kafka.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        kafka.put(ProducerConfig.LINGER_MS_CONFIG, 1_000);
        kafka.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 20);
        kafka.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSpec.MAX_WRAPPED_BYTES);
        kafka.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        return new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
    }

    private ProducerRecord<String, byte[]> record(int partition, JournalEntry entry) {
        Control control = (Control) entry.getEvent();
        String key = control.getSym() == null ? SeedEntries.SETUP : control.getSym();
        return new ProducerRecord<>(
                topic, partition, entry.getTime().toEpochMilli(), key, serde.serialize(entry));
    }
}
