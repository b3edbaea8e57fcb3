package io.qtrader.app.replay;

import io.qtrader.app.cluster.Connection;
import io.qtrader.client.ClusterException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one topic's partitions, one after the other, each from its beginning to where it ended when
 * it was opened; committed records only. It holds no more than one fetch in memory.
 */
public final class PartitionRecords implements AutoCloseable {

    /** A cluster that gives nothing for this long while there is more is taken for silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration ONE_POLL = Duration.ofMillis(500);
    private static final Map<String, Object> SETTINGS = Map.of(
            "default.api.timeout.ms", "15000", "max.poll.records", "2000",
            "receive.buffer.bytes", "-1", "fetch.max.wait.ms", "50");
    /** What the reading rests on; no configuration changes it. */
    private static final Map<String, Object> FIXED = Map.of(
            "isolation.level", "read_committed", "enable.auto.commit", "false",
            "auto.offset.reset", "none", "allow.auto.create.topics", "false");

    private final String topic;
    private final String bootstrap;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private TopicPartition partition;
    private long begin;
    private long end;
    private Iterator<ConsumerRecord<byte[], byte[]>> fetched = List
            .<ConsumerRecord<byte[], byte[]>>of().iterator();

    /** Reads nothing yet. */
    public PartitionRecords(Connection connection, String topic) {
        this.topic = topic;
        this.bootstrap = connection.bootstrap();
        Map<String, Object> kafka = connection.kafka(SETTINGS);
        kafka.putAll(FIXED);
        this.consumer = new KafkaConsumer<>(
                kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Stands before a partition's first record; where it ends is settled now. */
    public void open(int number) {
        partition = new TopicPartition(topic, number);
        try {
            List<TopicPartition> one = List.of(partition);
            consumer.assign(one);
            end = consumer.endOffsets(one).get(partition);
            begin = consumer.beginningOffsets(one).get(partition);
            consumer.seek(partition, begin);
            fetched = List.<ConsumerRecord<byte[], byte[]>>of().iterator();
        } catch (KafkaException e) {
            throw failure(e);
        }
    }

    /** Offset that the partition began at when it was opened: above 0, its beginning is deleted. */
    public long begin() {
        return begin;
    }

    /** Offset behind the last committed record when it was opened. */
    public long end() {
        return end;
    }

    /**
     * The next record; null at the end.
     *
     * @throws ClusterException if the cluster does not give it
     */
    public ConsumerRecord<byte[], byte[]> next() {
        try {
            if (!fetched.hasNext()) {
                fetch();
            }
            ConsumerRecord<byte[], byte[]> record = fetched.hasNext() ? fetched.next() : null;
            return record == null || record.offset() >= end ? null : record;
        } catch (KafkaException e) {
            throw failure(e);
        }
    }

    /** By position, not by record: compaction and transactions leave holes. */
    private void fetch() {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            var polled = consumer.poll(ONE_POLL).records(partition);
            if (!polled.isEmpty()) {
                fetched = polled.iterator();
                return;
            }
            if (System.nanoTime() > giveUp) {
                throw new TimeoutException("no more records within " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private ClusterException failure(KafkaException e) {
        return ClusterException.of(partition + " was not read to its end", bootstrap, e);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
