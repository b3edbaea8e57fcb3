package io.qtrader.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what a topic holds now, from its beginning, and ends. */
final class TopicReader implements AutoCloseable {

    /** A cluster that gives nothing for this long while there is more is taken for silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration ONE_POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Object bootstrap;

    TopicReader(Map<String, ?> config, String topic) {
        Map<String, Object> kafka = ClientProperties.kafka(config);
        kafka.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        kafka.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        kafka.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Closing waits for the fetch under way, and that one for records that may never come.
        kafka.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        kafka.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        this.topic = topic;
        this.bootstrap = ClientProperties.bootstrap(config);
        this.consumer =
                ClusterException.connecting(bootstrap, () -> new KafkaConsumer<>(kafka));
    }

    /** What one partition holds: its first records, and where they begin and end. */
    record Held(long begin, long end, List<ConsumerRecord<byte[], byte[]>> records) {}

    /**
     * Reads the first records of each partition.
     *
     * @param most how many of each at most
     * @return by partition
     * @throws SetupException if the topic is not there
     * @throws ClusterException if the cluster does not give them
     */
    Map<Integer, Held> read(int most) {
        try {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            if (infos == null || infos.isEmpty()) {
                throw new SetupException(
                        "topic " + topic + " is not there on " + bootstrap
                                + ": run topics create first");
            }
            List<TopicPartition> partitions =
                    infos.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<Integer, Held> held = new HashMap<>();
            for (TopicPartition p : partitions) {
                consumer.seek(p, begins.get(p));
                held.put(p.partition(), new Held(begins.get(p), ends.get(p), new ArrayList<>()));
            }
            fill(held, most);
            return held;
        } catch (KafkaException e) {
            throw ClusterException.of("topic " + topic + " was not read", bootstrap, e);
        }
    }

    private void fill(Map<Integer, Held> held, int most) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!held.entrySet().stream().allMatch(e -> done(e.getKey(), e.getValue(), most))) {
            var polled = consumer.poll(ONE_POLL);
            for (ConsumerRecord<byte[], byte[]> record : polled) {
                Held of = held.get(record.partition());
                if (record.offset() < of.end && of.records.size() < most) {
                    of.records.add(record);
                }
            }
            if (!polled.isEmpty()) {
                giveUp = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > giveUp) {
                throw new TimeoutException("no more records within " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    /** By position, not by record: compaction and transactions leave holes. */
    private boolean done(int partition, Held held, int most) {
        return held.records.size() >= most
                || consumer.position(new TopicPartition(topic, partition)) >= held.end;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
