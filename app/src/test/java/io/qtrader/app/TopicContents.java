package io.qtrader.app;

import io.qtrader.app.cluster.Connection;
import io.qtrader.client.ClientProperties;
import io.qtrader.client.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What topics hold, committed or not, from their beginning to where they end when asked. */
public final class TopicContents {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int FETCH_MAX_WAIT_MS = 20;

    private TopicContents() {}

    /** All records of some topics; those of a partition in their order. */
    public static List<ConsumerRecord<byte[], byte[]>> of(
            Connection connection, Collection<Topic> topics) {
        Map<String, Object> config = ClientProperties.kafka(connection.properties());
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MAX_WAIT_MS);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    topics.stream()
                            .flatMap(t -> consumer.partitionsFor(connection.names().of(t)).stream())
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }
}
