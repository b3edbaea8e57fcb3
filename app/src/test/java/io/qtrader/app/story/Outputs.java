package io.qtrader.app.story;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.ChildOrderHeader;
import io.qtrader.client.Registry;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.client.UndecodableException;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Output records as a reader of uncommitted output takes them: one that is not newer than the last
 * of its partition is dropped, once it has been found equal to what was taken before.
 */
final class Outputs {

    private final Map<String, Stream> streams = new HashMap<>();
    private final Map<Stream, AvroSerde<SpecificRecord>> serdes = new HashMap<>();
    private final Map<String, Seq> last = new HashMap<>();
    private final Map<Integer, TreeMap<Seq, Output>> byPartition = new HashMap<>();
    private int dropped;

    Outputs(Registry registry, TopicNames names) {
        for (Stream stream : Stream.values()) {
            Topic topic = topic(stream);
            streams.put(names.of(topic), stream);
            serdes.put(stream, serde(registry, names, topic));
        }
    }

    /** The topics of all outputs. */
    static List<Topic> topics() {
        return java.util.stream.Stream.of(Stream.values()).map(Outputs::topic).toList();
    }

    private static Topic topic(Stream stream) {
        return Topic.valueOf(stream.name());
    }

    @SuppressWarnings("unchecked")
    private static AvroSerde<SpecificRecord> serde(
            Registry registry, TopicNames names, Topic topic) {
        return new AvroSerde<>(
                registry, names.subject(topic), (Class<SpecificRecord>) topic.record());
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        Seq seq = Seq.of(record.headers()).orElseThrow();
        String place = record.topic() + "/" + record.partition();
        TreeMap<Seq, Output> taken =
                byPartition.computeIfAbsent(record.partition(), p -> new TreeMap<>());
        Output output = output(record);
        if (last.containsKey(place) && seq.compareTo(last.get(place)) <= 0) {
            if (!output.toString().equals(String.valueOf(taken.get(seq)))) {
                throw new IllegalStateException(
                        place + " " + seq.header() + " was decided differently before: "
                                + taken.get(seq) + ", now " + output);
            }
            dropped++;
            return;
        }
        last.put(place, seq);
        if (taken.put(seq, output) != null) {
            throw new IllegalStateException(place + " " + seq.header() + " stands on two topics");
        }
    }

    private Output output(ConsumerRecord<byte[], byte[]> record) {
        Stream stream = streams.get(record.topic());
        String key = new String(record.key(), StandardCharsets.UTF_8);
        SpecificRecord value = value(stream, record.value());
        if (stream != Stream.CHILD_ORDERS) {
            return new Output(stream, key, value, 0, 0);
        }
        ChildOrderHeader header = ChildOrderHeader.of(record.headers()).orElseThrow();
        return new Output(stream, key, value, header.counter(), header.digest());
    }

    private SpecificRecord value(Stream stream, byte[] value) {
        try {
            return value == null ? null : serdes.get(stream).deserialize(value);
        } catch (UndecodableException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many records were repetitions. */
    int dropped() {
        return dropped;
    }

    /** How many records were not. */
    int taken() {
        return byPartition.values().stream().mapToInt(TreeMap::size).sum();
    }

    /** What an entry made, in its order. */
    List<Output> of(int partition, String journalid, long offset) {
        TreeMap<Seq, Output> all = byPartition.getOrDefault(partition, new TreeMap<>());
        List<Output> made = new ArrayList<>();
        for (Output next = all.get(new Seq(journalid, offset, 0)); next != null; ) {
            made.add(next);
            next = all.get(new Seq(journalid, offset, made.size()));
        }
        return made;
    }
}
