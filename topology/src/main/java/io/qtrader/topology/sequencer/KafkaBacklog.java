package io.qtrader.topology.sequencer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what waits between the group's committed offset and the end of a partition. The end offset
 * itself is no answer: below it may stand nothing but transaction markers and aborted records,
 * which no task ever gets to see, so the last record that it will see is looked for.
 */
final class KafkaBacklog implements Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaBacklog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_MS = 1000;

    /** How many offsets from the end are looked through first; ten times as many each time. */
    private static final long FIRST_WINDOW = 100;

    private final Admin admin;
    private final String group;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ScheduledExecutorService background;

    /**
     * @param group whose committed offsets tasks start at
     * @param consumers makes consumers that read committed records, begin at the earliest where an
     *     offset has expired, and belong to no group
     * @param background where to look
     */
    KafkaBacklog(
            Admin admin,
            String group,
            Supplier<Consumer<byte[], byte[]>> consumers,
            ScheduledExecutorService background) {
        this.admin = admin;
        this.group = group;
        this.consumers = consumers;
        this.background = background;
    }

    @Override
    public CompletableFuture<Map<TopicPartition, Long>> of(Collection<TopicPartition> partitions) {
        CompletableFuture<Map<TopicPartition, Long>> found = new CompletableFuture<>();
        background.execute(() -> look(List.copyOf(partitions), found));
        return found;
    }

    private void look(
            Collection<TopicPartition> partitions,
            CompletableFuture<Map<TopicPartition, Long>> found) {
        if (found.isDone()) {
            return;
        }
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            found.complete(lastWaiting(consumer, partitions, found::isDone));
        } catch (InterruptedException | InterruptException e) {
            // The shell closes.
            Thread.currentThread().interrupt();
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            LOG.warn("what waits in {} is not known yet, ticks wait: {}", partitions, e.toString());
            background.schedule(
                    () -> look(partitions, found), RETRY_MS, TimeUnit.MILLISECONDS);
        }
    }

    private Map<TopicPartition, Long> lastWaiting(
            Consumer<byte[], byte[]> consumer,
            Collection<TopicPartition> partitions,
            BooleanSupplier enough)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndMetadata> committed =
                admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        Map<TopicPartition, Long> waiting = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            long from = offset == null ? 0 : offset.offset();
            long last = last(consumer, partition, from, ends.get(partition), enough);
            if (last >= 0) {
                waiting.put(partition, last);
            }
        }
        return waiting;
    }

    /** Offset of the last record in [from, end), or -1. */
    private static long last(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long from,
            long end,
            BooleanSupplier enough) {
        consumer.assign(List.of(partition));
        long start = end;
        for (long window = FIRST_WINDOW; start > from; window *= 10) {
            start = Math.max(from, end - window);
            long last = lastFrom(consumer, partition, start, end, enough);
            if (last >= 0) {
                return last;
            }
        }
        return -1;
    }

    private static long lastFrom(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long start,
            long end,
            BooleanSupplier enough) {
        long last = -1;
        consumer.seek(partition, start);
        while (consumer.position(partition) < end && !enough.getAsBoolean()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                last = record.offset() < end ? record.offset() : last;
            }
        }
        return last;
    }
}
