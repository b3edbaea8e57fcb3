package io.qtrader.app.replay.file;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.Connection;
import io.qtrader.client.ClusterException;
import io.qtrader.client.Direction;
import io.qtrader.client.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether journal and outputs are as empty as an import needs them. */
public final class EmptyTopics {

    private static final List<Topic> TOPICS = Arrays.stream(Topic.values())
            .filter(t -> t.direction() == Direction.MID || t.direction() == Direction.OUT).toList();

    private EmptyTopics() {
    }

    /**
     * Looks.
     *
     * @throws CommandFailure where one of them is there and has held a record
     */
    public static void require(Connection connection) {
        try (Admin admin = connection.admin()) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (Topic topic : TOPICS) {
                partitions.addAll(partitions(admin, connection.names().of(topic)));
            }
            Map<TopicPartition, OffsetSpec> latest = partitions.stream()
                    .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
            var ends = admin.listOffsets(latest).all().get();
            for (TopicPartition partition : partitions) {
                if (ends.get(partition).offset() > 0) {
                    throw new CommandFailure("nothing was imported: " + partition.topic()
                            + " is not empty", "give another --prefix or another cluster");
                }
            }
        } catch (ExecutionException e) {
            throw failure(connection, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(connection, e);
        }
    }

    private static List<TopicPartition> partitions(Admin admin, String name)
            throws ExecutionException, InterruptedException {
        try {
            TopicDescription topic =
                    admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
            return topic.partitions().stream()
                    .map(p -> new TopicPartition(name, p.partition())).toList();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of();
            }
            throw e;
        }
    }

    private static ClusterException failure(Connection connection, Exception e) {
        return ClusterException.of("nothing was imported", connection.bootstrap(), e);
    }
}
