package io.qtrader.topology.oms;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Writes the values of all outputs, each by its topic's subject. */
final class OutputSerdes {

    private final Map<Stream, AvroSerde<SpecificRecord>> serdes = new EnumMap<>(Stream.class);

    OutputSerdes(Registry registry, TopicNames names) {
        for (Stream stream : Stream.values()) {
            serdes.put(stream, serde(registry, names, topic(stream)));
        }
    }

    /** The topic that an output stream is; they bear the same names. */
    static Topic topic(Stream stream) {
        return Topic.valueOf(stream.name());
    }

    @SuppressWarnings("unchecked")
    private static AvroSerde<SpecificRecord> serde(
            Registry registry, TopicNames names, Topic topic) {
        return new AvroSerde<>(
                registry, names.subject(topic), (Class<SpecificRecord>) topic.record());
    }

    /** Registers every schema now, so that no record waits for the registry later. */
    void register() {
        serdes.values().forEach(AvroSerde::schemaId);
    }

    /** The bytes of an output's value; null for a tombstone. */
    byte[] serialize(Output output) {
        return serdes.get(output.stream()).serialize(output.value());
    }
}
