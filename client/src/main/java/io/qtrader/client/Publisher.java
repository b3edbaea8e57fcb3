package io.qtrader.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes one topic's records, none lost, none doubled by retries, in order per key. */
final class Publisher<T extends SpecificRecord> implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final AvroSerde<T> serde;
    private final String topic;
    private final Object bootstrap;

    Publisher(
            Map<String, ?> config,
            TopicNames names,
            Registry registry,
            Topic topic,
            Class<T> type) {
        this.topic = names.of(topic);
        this.serde = AvroSerde.of(registry, names, topic, type);
        this.bootstrap = ClientProperties.bootstrap(config);
        this.producer =
                ClusterException.connecting(
                        bootstrap, () -> new KafkaProducer<>(producerConfig(config)));
    }

    private static Map<String, Object> producerConfig(Map<String, ?> config) {
        Map<String, Object> kafka = ClientProperties.kafka(config);
        kafka.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
        kafka.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        kafka.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        kafka.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        kafka.put(ProducerConfig.ACKS_CONFIG, "all");
        kafka.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return kafka;
    }

    /**
     * Sends a record; the future is done when the cluster has it. What is chained to the future
     * runs in the producer's own thread and must not wait for anything.
     *
     * @return fails with a {@link ClusterException}
     * @throws RegistryException if the record cannot be written for want of its schema's id
     */
    CompletableFuture<RecordMetadata> send(String key, T value) {
        CompletableFuture<RecordMetadata> done = new CompletableFuture<>();
        byte[] bytes = serde.serialize(value);
        try {
            producer.send(
                    new ProducerRecord<>(topic, key, bytes),
                    (metadata, failure) -> {
                        if (failure == null) {
                            done.complete(metadata);
                        } else {
                            done.completeExceptionally(failed(key, failure));
                        }
                    });
        } catch (RuntimeException e) {
            done.completeExceptionally(failed(key, e));
        }
        return done;
    }

    private ClusterException failed(String key, Throwable failure) {
        return ClusterException.of(
                "record with key " + key + " was not written to " + topic, bootstrap, failure);
    }

    void flush() {
        producer.flush();
    }

    /** Waits up to ten seconds for what is under way. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
