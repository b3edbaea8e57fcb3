package io.qtrader.app.cluster;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.ClusterException;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes single records on input topics, and waits for each until the cluster has it. */
public final class InputPublisher implements AutoCloseable {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "acks", "all", "linger.ms", 0, "max.block.ms", 5000, "delivery.timeout.ms", 15000,
            "request.timeout.ms", 10000);

    private final String bootstrap;
    private final TopicNames names;
    private final Registry registry;
    private final KafkaProducer<String, byte[]> producer;

    /** Connects to a cluster; fails within seconds where it is not there. */
    public InputPublisher(Connection connection) {
        bootstrap = connection.reached().bootstrap();
        names = connection.names();
        registry = connection.registry();
        producer = new KafkaProducer<>(connection.kafka(DEFAULTS), new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Publishes a record.
     *
     * @param key may be null where the topic allows it
     * @return where it is now
     * @throws ClusterException where the cluster did not take it
     * @throws io.qtrader.client.RegistryException where its schema has no id
     */
    public <T extends SpecificRecord> RecordMetadata publish(
            Topic topic, Class<T> type, String key, T value) {
        byte[] bytes = AvroSerde.of(registry, names, topic, type).serialize(value);
        String name = names.of(topic);
        try {
            return producer.send(new ProducerRecord<>(name, key, bytes)).get();
        } catch (ExecutionException | KafkaException e) {
            throw ClusterException.of("nothing was written to " + name, bootstrap, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ClusterException.of("writing to " + name + " was interrupted", bootstrap, e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        registry.close();
    }
}
