package io.qtrader.client;

import io.qtrader.client.TopicReader.Held;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Which input topics have been adopted, by Kafka's id of each: a topic that was made anew under its
 * old name has another id, and its offsets mean something else.
 *
 * <p>Kept in the compacted topic topic-ids: input topic name to topic id, both plain text.
 */
public final class TopicIds {

    private static final int ALL = Integer.MAX_VALUE;

    private final Map<String, ?> config;
    private final TopicNames names;
    private final String topic;
    private final Object bootstrap;

    /**
     * Connects to nothing yet.
     *
     * @param config Kafka's properties; ours and the registry's are left out
     */
    public TopicIds(Map<String, ?> config, TopicNames names) {
        this.config = config;
        this.names = names;
        this.topic = names.of(Topic.TOPIC_IDS);
        this.bootstrap = ClientProperties.bootstrap(config);
    }

    /**
     * What has been adopted: topic id by full name of the input topic, in order of the names.
     *
     * @throws SetupException if topic-ids is not there
     * @throws ClusterException if the cluster does not give it
     */
    public Map<String, String> adopted() {
        Map<String, String> adopted = new TreeMap<>();
        try (TopicReader reader = new TopicReader(config, topic)) {
            Map<Integer, Held> held = reader.read(ALL);
            held.values().stream()
                    .flatMap(h -> h.records().stream())
                    .sorted(Comparator.comparingLong(ConsumerRecord::offset))
                    .filter(r -> r.key() != null)
                    .forEach(r -> put(adopted, r));
        }
        return adopted;
    }

    private static void put(
            Map<String, String> adopted, ConsumerRecord<byte[], byte[]> record) {
        String name = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            adopted.remove(name);
        } else {
            adopted.put(name, new String(record.value(), StandardCharsets.UTF_8));
        }
    }

    /**
     * What the input topics' ids are now; those that are not there are left out.
     *
     * @throws ClusterException if the cluster does not say
     */
    public Map<String, String> current(Admin admin) {
        List<String> inputs = Topic.inputs().stream().map(names::of).toList();
        Map<String, String> current = new TreeMap<>();
        admin.describeTopics(inputs)
                .topicNameValues()
                .forEach(
                        (name, future) -> {
                            try {
                                current.put(name, future.get().topicId().toString());
                            } catch (ExecutionException e) {
                                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                                    throw ClusterException.of(
                                            "topic " + name + " was not looked at", bootstrap, e);
                                }
                            } catch (InterruptedException e) {
                                throw ClusterException.interrupted(
                                        "topic " + name + " was not looked at", bootstrap, e);
                            }
                        });
        return current;
    }

    /**
     * Writes that these topics are adopted; when it returns, the cluster has it.
     *
     * @param ids topic id by full name of the input topic
     * @throws ClusterException if the cluster does not take it
     */
    public void adopt(Map<String, String> ids) {
        Map<String, Object> kafka = ClientProperties.kafka(config);
        kafka.put(ProducerConfig.ACKS_CONFIG, "all");
        kafka.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        StringSerializer text = new StringSerializer();
        try (Producer<String, String> producer =
                ClusterException.connecting(
                        bootstrap, () -> new KafkaProducer<>(kafka, text, text))) {
            List<Future<?>> sent = new ArrayList<>();
            ids.forEach((name, id) -> sent.add(producer.send(record(name, id))));
            for (Future<?> future : sent) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw ClusterException.of("topic ids were not written", bootstrap, e);
        } catch (InterruptedException e) {
            throw ClusterException.interrupted("topic ids were not written", bootstrap, e);
        }
    }

    /** Always in one partition, whatever their number: the latest must be the latest. */
    private ProducerRecord<String, String> record(String name, String id) {
        return new ProducerRecord<>(topic, 0, name, id);
    }
}
