package io.qtrader.topology.sequencer;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * A value on its way to a sink, with the partition that it is meant for: a partitioner sees key and
 * value and nothing else.
 *
 * @param partition target partition; of no meaning where the sink has the default partitioner
 * @param bytes the value as written; null is written as null
 */
record Outgoing(int partition, byte[] bytes) {
    static final Serializer<Outgoing> SERIALIZER = (topic, value) -> value.bytes();

    /** That the journal has the partitions it was made with is checked before and while running. */
    static final StreamPartitioner<byte[], Outgoing> PARTITIONER =
            (topic, key, value, partitions) -> Optional.of(Set.of(value.partition()));
}
