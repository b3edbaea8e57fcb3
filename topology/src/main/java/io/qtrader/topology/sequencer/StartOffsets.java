package io.qtrader.topology.sequencer;

import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.topology.StopException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the sequencer begins in inputs that it has never committed an offset of: at their very
 * first record. Kafka Streams is told to begin nowhere by itself, since it could not tell a first
 * start from a lost offset.
 *
 * <p>Beginning at offset 0 is right even where a committed offset has expired: what is in the
 * journal already is dropped as repetition. Where offset 0 is gone, nobody can say what was read.
 */
public final class StartOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(StartOffsets.class);
    private static final int TRIES = 20;
    private static final long PAUSE_MS = 500;

    private final Admin admin;
    private final String group;

    /** @param names of the topics; the sequencer's group has their prefix */
    public StartOffsets(Admin admin, TopicNames names) {
        this.admin = admin;
        this.group = SequencerConfig.group(names);
    }

    /**
     * Sets the sequencer to the beginning of topics that were made anew, since the offsets that it
     * committed are those of others. To be done before they are adopted: once they are, the
     * sequencer would go on at the old offsets.
     *
     * @param topics full names
     * @throws StopException if the sequencer runs
     * @throws ExecutionException if the cluster does not do it
     */
    public void beginAnew(Collection<String> topics)
            throws InterruptedException, ExecutionException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(p -> partitions.add(new TopicPartition(topic.name(), p.partition())));
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        first(partitions).forEach((p, f) -> offsets.put(p, new OffsetAndMetadata(f.offset())));
        try {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        } catch (ExecutionException e) {
            if (running(e)) {
                throw new StopException(
                        "group " + group + " is at work: stop every sequencer first", e);
            }
            throw e;
        }
    }

    /**
     * Commits the beginning of every input partition that has no committed offset.
     *
     * @throws StopException if a beginning has expired and nobody can say whether it was read
     */
    void commitMissing(Collection<InputTopic> inputs)
            throws InterruptedException, ExecutionException {
        for (int attempt = 1; ; attempt++) {
            Map<TopicPartition, OffsetAndMetadata> missing = missing(inputs);
            if (missing.isEmpty()) {
                return;
            }
            try {
                admin.alterConsumerGroupOffsets(group, missing).all().get();
                LOG.info("first start: {} begins at {}", group, missing);
                return;
            } catch (ExecutionException e) {
                // Another instance has started meanwhile, and commits the same.
                if (!running(e) || attempt == TRIES) {
                    throw e;
                }
                Thread.sleep(PAUSE_MS);
            }
        }
    }

    private static boolean running(ExecutionException e) {
        return e.getCause() instanceof UnknownMemberIdException
                || e.getCause() instanceof GroupNotEmptyException;
    }

    private Map<TopicPartition, OffsetAndMetadata> missing(Collection<InputTopic> inputs)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, Topic> uncommitted = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        for (InputTopic input : inputs) {
            partitions(input).stream()
                    .filter(p -> committed.get(p) == null)
                    .forEach(p -> uncommitted.put(p, input.topic()));
        }
        Map<TopicPartition, ListOffsetsResultInfo> first = first(uncommitted.keySet());
        Map<TopicPartition, OffsetAndMetadata> missing = new HashMap<>();
        uncommitted.forEach(
                (partition, topic) -> {
                    long offset = first.get(partition).offset();
                    if (offset > 0 && topic != Topic.QUOTES) {
                        throw expired(partition, offset);
                    }
                    missing.put(partition, new OffsetAndMetadata(offset));
                });
        return missing;
    }

    private StopException expired(TopicPartition partition, long first) {
        return new StopException(
                partition + " begins at offset " + first + " and group " + group
                        + " has no committed offset there: records may have expired before they"
                        + " were read; if that may be, set the offset with kafka-consumer-groups"
                        + " --reset-offsets --to-earliest --group " + group + " --topic "
                        + partition.topic() + ":" + partition.partition());
    }

    private Map<TopicPartition, OffsetAndMetadata> committed()
            throws InterruptedException, ExecutionException {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw e;
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> first(Collection<TopicPartition> partitions)
            throws InterruptedException, ExecutionException {
        return admin.listOffsets(
                        partitions.stream()
                                .collect(Collectors.toMap(p -> p, p -> OffsetSpec.earliest())))
                .all()
                .get();
    }

    private static List<TopicPartition> partitions(InputTopic input) {
        return IntStream.range(0, input.partitions())
                .mapToObj(p -> new TopicPartition(input.name(), p))
                .toList();
    }
}
