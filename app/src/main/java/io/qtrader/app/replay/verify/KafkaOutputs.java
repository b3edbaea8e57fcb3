package io.qtrader.app.replay.verify;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.replay.PartitionRecords;
import io.qtrader.client.ClusterException;
import io.qtrader.client.Registry;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.client.UnknownSchemaException;
import io.qtrader.topology.oms.OmsConfig;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The outputs on a cluster. Open it before the journal: what the Oms has committed is settled first,
 * then where the outputs end, and the journal that made them is longer than both.
 */
public final class KafkaOutputs implements Outputs {

    private final TopicNames names;
    private final Registry registry;
    private final Map<Integer, Long> committed;
    private final Map<Topic, PartitionRecords> records = new EnumMap<>(Topic.class);
    private final Map<Topic, Long[]> ends = new EnumMap<>(Topic.class);

    /**
     * Settles what there is to compare.
     *
     * @throws CommandFailure where the cluster or a topic is not there
     */
    public KafkaOutputs(Connection connection) {
        names = connection.reached().names();
        committed = committed(connection);
        registry = connection.registry();
        for (Topic topic : Topic.outputs()) {
            PartitionRecords of = new PartitionRecords(connection, names.of(topic));
            records.put(topic, of);
            ends.put(topic, of.ends());
        }
    }

    /** What the Oms commits in one transaction with its outputs: the entries that it has applied. */
    private static Map<Integer, Long> committed(Connection connection) {
        String group = OmsConfig.applicationId(connection.names());
        TopicNames names = connection.names();
        try (Admin admin = connection.admin()) {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            Map<Integer, Long> committed = new HashMap<>();
            offsets.forEach((partition, at) -> {
                if (at != null && partition.topic().equals(names.of(Topic.JOURNAL))) {
                    committed.put(partition.partition(), at.offset());
                }
            });
            return committed;
        } catch (ExecutionException e) {
            throw ClusterException.of("offsets of group " + group + " were not read",
                    connection.bootstrap(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ClusterException.of("offsets of group " + group + " were not read",
                    connection.bootstrap(), e);
        }
    }

    /** Where the group's offsets are gone, the newest record tells how far the Oms had come. */
    @Override
    public long committed(int partition) {
        Long known = committed.get(partition);
        if (known != null) {
            return known;
        }
        long newest = 0;
        for (Topic topic : Topic.outputs()) {
            if (partition < ends.get(topic).length) {
                newest = Math.max(newest, newest(topic, partition));
            }
        }
        return newest;
    }

    private long newest(Topic topic, int partition) {
        ConsumerRecord<byte[], byte[]> last =
                records.get(topic).last(partition, ends.get(topic)[partition]);
        try {
            return last == null ? 0
                    : Seq.of(last.headers()).map(seq -> seq.offset()).orElse(0L);
        } catch (IllegalArgumentException e) {
            // Told when the walk comes to it.
            return 0;
        }
    }

    @Override
    public Records read(Topic topic, int partition) {
        Long[] of = ends.get(topic);
        if (partition >= of.length) {
            throw new CommandFailure(name(topic) + " has " + of.length + " partitions, the journal"
                    + " more", "see qtrader topics check");
        }
        PartitionRecords reader = records.get(topic);
        reader.open(partition, of[partition]);
        return new Records() {
            @Override
            public long begin() {
                return reader.begin();
            }

            @Override
            public OutputRecord next() {
                return Optional.ofNullable(reader.next()).map(r -> new OutputRecord(
                        r.offset(), r.key(), r.value(), r.headers())).orElse(null);
            }
        };
    }

    @Override
    public Optional<Schema> schema(int id) {
        try {
            return Optional.of(registry.schemaById(id));
        } catch (UnknownSchemaException e) {
            return Optional.empty();
        }
    }

    @Override
    public String name(Topic topic) {
        return names.of(topic);
    }

    @Override
    public void close() {
        records.values().forEach(PartitionRecords::close);
        registry.close();
    }
}
