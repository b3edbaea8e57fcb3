package io.qtrader.topology;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.UndecodableException;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.JournalEntry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Which journal a cluster holds, as the first entry of each of its partitions says (GENESIS). Every
 * shell reads it before it starts, so that none works on a journal that is half made, cut off at the
 * front or put together from two.
 *
 * @param journalid identity of the journal
 * @param partitions how many partitions it has, for ever
 */
public record JournalIdentity(String journalid, int partitions) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    /**
     * Reads it.
     *
     * @param topic full name of the journal topic
     * @param kafka consumer properties, {@code bootstrap.servers} among them
     * @param serde of the journal
     * @throws StopException if there is no journal, or it is not whole, or no broker answers
     */
    public static JournalIdentity read(
            String topic, Map<String, ?> kafka, AvroSerde<JournalEntry> serde) {
        try (Consumer<byte[], byte[]> consumer = consumer(kafka)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            requireFirstEntries(consumer, topic, partitions);
            TreeMap<Integer, Genesis> found = new TreeMap<>();
            firstRecords(consumer, partitions)
                    .forEach((p, record) -> found.put(p, genesis(topic, record, serde)));
            return agreed(topic, found);
        } catch (TimeoutException e) {
            throw new StopException(
                    "no answer from Kafka at " + kafka.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)
                            + " about " + topic + ": check bootstrap.servers and that the brokers run",
                    e);
        }
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, ?> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 64 * 1024);
        // The close waits for the last fetch, which finds nothing.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        config.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(
                config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<PartitionInfo> infos = consumer.partitionsFor(topic);
        if (infos == null || infos.isEmpty()) {
            throw new StopException(topic + " does not exist: run topics create first");
        }
        return infos.stream().map(i -> new TopicPartition(topic, i.partition())).toList();
    }

    private static void requireFirstEntries(
            Consumer<?, ?> consumer, String topic, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.beginningOffsets(partitions)
                .forEach(
                        (p, first) -> {
                            if (first != 0) {
                                throw new StopException(
                                        topic + "-" + p.partition() + " begins at offset " + first
                                                + ", not 0: the journal has lost its beginning;"
                                                + " restore it, and set retention.ms=-1 on the topic");
                            }
                            if (ends.get(p) == 0) {
                                throw new StopException(
                                        topic + "-" + p.partition() + " is empty, without GENESIS:"
                                                + " run topics create");
                            }
                        });
    }

    private static Map<Integer, ConsumerRecord<byte[], byte[]>> firstRecords(
            Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        Map<Integer, ConsumerRecord<byte[], byte[]>> firsts = new TreeMap<>();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (firsts.size() < partitions.size()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (firsts.putIfAbsent(record.partition(), record) == null) {
                    consumer.pause(List.of(new TopicPartition(record.topic(), record.partition())));
                }
            }
            if (System.nanoTime() > giveUp) {
                throw new TimeoutException("first entries of " + partitions + " not read");
            }
        }
        return firsts;
    }

    private static Genesis genesis(
            String topic, ConsumerRecord<byte[], byte[]> record, AvroSerde<JournalEntry> serde) {
        String where = topic + "-" + record.partition() + " offset " + record.offset();
        try {
            JournalEntry entry = serde.deserialize(record.value(), record.headers());
            if (record.offset() == 0
                    && entry.getEvent() instanceof Control control
                    && control.getAction() == ControlAction.GENESIS
                    && control.getDetail() instanceof Genesis genesis
                    && genesis.getPartition() == record.partition()) {
                return genesis;
            }
            throw new StopException(
                    where + ": expected the GENESIS of partition " + record.partition() + ", found "
                            + entry.getEvent() + ": this is not a journal that topics create made");
        } catch (UndecodableException e) {
            throw new StopException(
                    where + " is not a journal entry (" + e.getMessage()
                            + "): this is not a journal that topics create made",
                    e);
        }
    }

    private static JournalIdentity agreed(String topic, TreeMap<Integer, Genesis> found) {
        Genesis first = found.firstEntry().getValue();
        found.forEach(
                (partition, genesis) -> {
                    if (!genesis.getJournalid().equals(first.getJournalid())) {
                        throw new StopException(
                                topic + "-" + partition + " belongs to journal "
                                        + genesis.getJournalid() + ", " + topic + "-"
                                        + first.getPartition() + " to " + first.getJournalid()
                                        + ": partitions of two journals must not be mixed");
                    }
                    if (genesis.getPartitions() != found.size()) {
                        throw new StopException(
                                topic + " has " + found.size() + " partitions, its GENESIS says "
                                        + genesis.getPartitions()
                                        + ": the number of journal partitions never changes");
                    }
                });
        return new JournalIdentity(first.getJournalid(), found.size());
    }
}
