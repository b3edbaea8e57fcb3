package io.qtrader.app.watch;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.Connection;
import io.qtrader.client.AvroSerde;
import io.qtrader.client.Registry;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.client.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all partitions of some topics as they grow, uncommitted records included. */
public final class TopicFollower implements AutoCloseable {

    /** A batch is held until so long nothing more comes: what one entry made is read together. */
    private static final Duration PAUSE = Duration.ofMillis(40);
    /** And at most so often. */
    private static final int PAUSES = 5;
    private static final Map<String, Object> SETTINGS = Map.of(
            "isolation.level", "read_uncommitted", "enable.auto.commit", "false",
            "default.api.timeout.ms", "15000", "fetch.max.wait.ms", "50");

    private final TopicNames names;
    private final Registry registry;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<Topic, AvroSerde<?>> serdes = new EnumMap<>(Topic.class);
    private final Repeats repeats = new Repeats();

    /**
     * Stands ready at the end of the topics, or at their beginning.
     *
     * @throws CommandFailure where the cluster or a topic is not there
     */
    public TopicFollower(Connection connection, Collection<Topic> topics, boolean fromBeginning) {
        names = connection.reached().names();
        registry = connection.registry();
        consumer = new KafkaConsumer<>(connection.kafka(SETTINGS), new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : topics) {
            partitions.addAll(partitions(topic));
            if (topic.record() != null) {
                serdes.put(topic, AvroSerde.of(registry, names, topic, topic.record()));
            }
        }
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
            // Where the end is now must be settled before anybody acts on our being ready.
            partitions.forEach(consumer::position);
        }
    }

    /**
     * What has come, in reading order, repeats left out; empty after the time given.
     *
     * @throws org.apache.kafka.common.errors.WakeupException where it is closed meanwhile
     */
    public List<Seen> next(Duration atMost) {
        List<Seen> batch = new ArrayList<>();
        synchronized (consumer) {
            take(atMost, batch);
            int before = 0;
            for (int i = 0; i < PAUSES && batch.size() > before; i++) {
                before = batch.size();
                take(PAUSE, batch);
            }
        }
        return ReadingOrder.of(batch);
    }

    /** From any thread: a {@link #next} under way ends first. */
    @Override
    public void close() {
        consumer.wakeup();
        synchronized (consumer) {
            consumer.close();
        }
        registry.close();
    }

    private List<TopicPartition> partitions(Topic topic) {
        String name = names.of(topic);
        List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
        if (partitions.isEmpty()) {
            throw new CommandFailure("there is no topic " + name + " on the cluster",
                    "create the topics with `qtrader topics create`, or check --prefix");
        }
        return partitions;
    }

    private void take(Duration atMost, List<Seen> into) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(atMost)) {
            Optional<Seq> seq = seq(record);
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (seq.isEmpty() || !repeats.seenBefore(partition, seq.get())) {
                into.add(seen(record, seq));
            }
        }
    }

    private Seen seen(ConsumerRecord<String, byte[]> record, Optional<Seq> seq) {
        Topic topic = names.topic(record.topic()).orElseThrow();
        SpecificRecord value = null;
        Optional<String> fault = Optional.empty();
        AvroSerde<?> serde = serdes.get(topic);
        if (serde != null && record.value() != null) {
            try {
                value = serde.deserialize(record.value(), record.headers());
            } catch (UndecodableException e) {
                fault = Optional.of(e.getMessage());
            }
        }
        if (topic == Topic.DEAD_LETTERS) {
            fault = Optional.of(DeadLetterWording.of(record.headers()));
        }
        return new Seen(topic, record.partition(), record.offset(),
                Instant.ofEpochMilli(record.timestamp()), record.key(), value, seq, fault);
    }

    private static Optional<Seq> seq(ConsumerRecord<String, byte[]> record) {
        try {
            return Seq.of(record.headers());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
