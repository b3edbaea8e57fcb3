package io.qtrader.client;

import io.qtrader.client.ReaderAlarm.Reason;
import io.qtrader.schemas.ChildOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads child-orders for a broker adapter: every instruction once and in order, as early as it is
 * written, transactions open or not ({@link ChildOrderSequence} says why that is right).
 *
 * <p>The adapter polls, handles what it gets, and then commits. A crash between the two hands the
 * same instructions out again, so the adapter knows them by child id, action and request. The state
 * lies in files, one per partition, of which one adapter at a time may be the user. Not
 * thread-safe, but for {@link #wakeup()}.
 *
 * <p>When something is not as it must be, {@link #poll} throws a {@link ReaderAlarm}, at that call
 * and at every later one; what stood before it was handed out.
 */
public final class ChildOrderReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChildOrderReader.class);

    private final Consumer<byte[], byte[]> consumer;
    private final AvroSerde<ChildOrder> serde;
    private final StateDirectory directory;
    private final Map<Integer, ChildOrderPartition> partitions = new HashMap<>();
    private final Deque<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();
    private final String topic;
    private final Object bootstrap;
    private ReaderAlarm alarm;

    /**
     * Reads all partitions, each from where the state says, or from its earliest record.
     *
     * @param config Kafka's properties; ours and the registry's are left out
     * @param state directory for the state, made if it is not there
     * @throws SetupException if another reader uses the directory, its files are of
     *     something else, or the topic is not there
     * @throws ReaderAlarm if the topic ends before what was read of it
     * @throws ClusterException if the cluster does not answer
     */
    public ChildOrderReader(
            Map<String, ?> config, TopicNames names, Registry registry, Path state) {
        this.bootstrap = ClientProperties.bootstrap(config);
        this.topic = names.of(Topic.CHILD_ORDERS);
        this.consumer =
                ClusterException.connecting(
                        bootstrap, () -> new KafkaConsumer<>(consumerConfig(config)));
        this.serde = AvroSerde.of(registry, names, Topic.CHILD_ORDERS, ChildOrder.class);
        StateDirectory locked = null;
        try {
            locked = new StateDirectory(state);
            this.directory = locked;
            assign(state);
        } catch (RuntimeException e) {
            consumer.close();
            if (locked != null) {
                closeState();
                locked.close();
            }
            throw e instanceof KafkaException
                    ? ClusterException.of(topic + " was not read", bootstrap, e)
                    : e;
        }
    }

    private static Map<String, Object> consumerConfig(Map<String, ?> config) {
        Map<String, Object> kafka = ClientProperties.kafka(config);
        kafka.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        kafka.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        kafka.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        kafka.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        kafka.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return kafka;
    }

    private void assign(Path state) {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            throw new SetupException(
                    "topic " + topic + " is not there: create the topics first");
        }
        List<TopicPartition> assigned =
                found.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
        for (TopicPartition p : assigned) {
            partitions.put(p.partition(), new ChildOrderPartition(state, p));
        }
        consumer.assign(assigned);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(assigned);
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
        for (TopicPartition p : assigned) {
            ChildOrderPartition partition = partitions.get(p.partition());
            consumer.seek(p, partition.start(begins.get(p), ends.get(p)));
        }
    }

    /**
     * The next instructions, in order within each partition.
     *
     * @param timeout how long to wait where there are none
     * @return none after the timeout or a {@link #wakeup()}
     * @throws ReaderAlarm and so does every later call
     * @throws RegistryUnavailableException nothing is lost: poll again
     * @throws ClusterException if the cluster refuses; nothing is lost
     */
    public List<Instruction> poll(Duration timeout) {
        if (alarm != null) {
            throw alarm;
        }
        List<Instruction> taken = new ArrayList<>();
        try {
            fetch(timeout);
            while (!fetched.isEmpty()) {
                judge(fetched.peekFirst()).ifPresent(taken::add);
                fetched.removeFirst();
            }
        } catch (ReaderAlarm e) {
            LOG.error("{} stops: {}", topic, e.getMessage());
            alarm = e;
        } catch (RuntimeException e) {
            // The same record will say the same again; what was taken before it is not lost.
            if (taken.isEmpty()) {
                throw e;
            }
        }
        if (taken.isEmpty() && alarm != null) {
            throw alarm;
        }
        return taken;
    }

    private void fetch(Duration timeout) {
        if (!fetched.isEmpty()) {
            return;
        }
        try {
            consumer.poll(timeout).forEach(fetched::add);
        } catch (WakeupException e) {
            LOG.debug("{}: woken", topic);
        } catch (OffsetOutOfRangeException e) {
            outOfRange(e);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw ClusterException.of(topic + " was not read", bootstrap, e);
        }
    }

    /** The log moved under the position: cut off at its end, or gone by retention at its start. */
    private void outOfRange(OffsetOutOfRangeException e) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(e.partitions());
        Map<TopicPartition, Long> ends = consumer.endOffsets(e.partitions());
        e.offsetOutOfRangePartitions()
                .forEach(
                        (p, at) -> {
                            ChildOrderPartition partition = partitions.get(p.partition());
                            consumer.seek(p, partition.moved(at, begins.get(p), ends.get(p)));
                        });
    }

    private Optional<Instruction> judge(ConsumerRecord<byte[], byte[]> record) {
        ChildOrderHeader header =
                ChildOrderHeader.of(record.headers())
                        .orElseThrow(() -> alarm(record, Reason.NO_HEADER, null));
        ChildOrder order;
        try {
            order = serde.deserialize(record.value(), record.headers());
        } catch (UndecodableException e) {
            throw alarm(record, Reason.UNDECODABLE, e);
        }
        if (order.getAction() == null) {
            throw alarm(record, Reason.UNDECODABLE, null);
        }
        return partitions.get(record.partition()).accept(record.offset(), header)
                ? Optional.of(
                        new Instruction(record.partition(), record.offset(), header, order))
                : Optional.empty();
    }

    private ReaderAlarm alarm(
            ConsumerRecord<byte[], byte[]> record, Reason reason, Exception cause) {
        String why =
                reason == Reason.NO_HEADER
                        ? "bears no readable " + Seq.HEADER + ", " + ChildOrderHeader.COUNTER
                                + " and " + ChildOrderHeader.DIGEST
                        : cause == null ? "has no action" : cause.getMessage();
        return new ReaderAlarm(
                reason,
                topic + " partition " + record.partition() + " offset " + record.offset() + " "
                        + why + ": find out who wrote it",
                cause);
    }

    /** Makes durable that everything handed out so far has been handled. */
    public void commit() {
        partitions.values().forEach(ChildOrderPartition::commit);
    }

    /** Makes a poll that waits in another thread return at once. */
    public void wakeup() {
        consumer.wakeup();
    }

    /** Commits nothing: what was not committed is handed out again. */
    @Override
    public void close() {
        consumer.close();
        closeState();
        directory.close();
    }

    private void closeState() {
        try {
            for (ChildOrderPartition partition : partitions.values()) {
                partition.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("state of the reader: " + e.getMessage(), e);
        }
    }
}
