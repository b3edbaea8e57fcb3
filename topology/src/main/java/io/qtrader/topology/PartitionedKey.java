package io.qtrader.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * A record key that carries the partition it is meant for. A sink's partitioner sees key and value
 * and nothing of the task, so the partition travels with the key; only the text is written.
 *
 * @param partition partition of the topic that the record goes to
 * @param key the key as readers see it; may be null
 */
public record PartitionedKey(int partition, String key) {

    /** Writes the key's text as UTF-8. */
    public static final Serializer<PartitionedKey> SERIALIZER =
            (topic, key) -> key.key() == null ? null : key.key().getBytes(StandardCharsets.UTF_8);

    /** Sends each record to the partition that its key names. */
    public static <V> StreamPartitioner<PartitionedKey, V> partitioner() {
        return (topic, key, value, partitions) -> {
            if (key.partition() < 0 || key.partition() >= partitions) {
                throw new StopException(
                        topic + " has " + partitions + " partitions, but a record is meant for"
                                + " partition " + key.partition() + ": journal and outputs must"
                                + " have equally many");
            }
            return Optional.of(Set.of(key.partition()));
        };
    }
}
