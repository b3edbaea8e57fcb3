package io.qtrader.app.replay;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.Connection;
import io.qtrader.client.ClusterException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
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

    /**
     * Where each partition ends now.
     *
     * @throws CommandFailure if the topic is not there
     */
    public Long[] ends() {
        try {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            if (infos == null || infos.isEmpty()) {
                throw new CommandFailure("topic " + topic + " is not there on " + bootstrap,
                        "is --prefix right? qtrader topics check tells what is there");
            }
            List<TopicPartition> all = IntStream.range(0, infos.size())
                    .mapToObj(p -> new TopicPartition(topic, p)).toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            return all.stream().map(ends::get).toArray(Long[]::new);
        } catch (KafkaException e) {
            throw failure(e);
        }
    }

    /** Stands before a partition's first record, to be read up to an end found before. */
    public void open(int number, long upTo) {
        partition = new TopicPartition(topic, number);
        end = upTo;
        try {
            List<TopicPartition> one = List.of(partition);
            consumer.assign(one);
            begin = consumer.beginningOffsets(one).get(partition);
            seek(begin);
        } catch (KafkaException e) {
            throw failure(e);
        }
    }

    /** The last record of a partition before an end found before; null where there is none. */
    public ConsumerRecord<byte[], byte[]> last(int number, long upTo) {
        open(number, upTo);
        // Compaction and transactions leave holes, so it may be further back than one.
        for (long back = 100; ; back *= 10) {
            long from = Math.max(begin, end - back);
            seek(from);
            ConsumerRecord<byte[], byte[]> last = null;
            for (var record = next(); record != null; record = next()) {
                last = record;
            }
            if (last != null || from == begin) {
                return last;
            }
        }
    }

    private void seek(long offset) {
        consumer.seek(partition, offset);
        fetched = List.<ConsumerRecord<byte[], byte[]>>of().iterator();
    }

    /** Offset that the partition began at when it was opened: above 0, its beginning is deleted. */
    public long begin() {
        return begin;
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
