package io.qtrader.app.replay.verify;

import io.qtrader.app.replay.MadeJournal;
import io.qtrader.client.ChildOrderHeader;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The outputs that a journal makes, in memory, for tests to tamper with. */
final class MadeOutputs implements Outputs {

    final Map<Integer, Schema> schemas = new HashMap<>();
    final Map<Integer, Long> committed = new HashMap<>();
    final Map<Topic, Map<Integer, List<OutputRecord>>> records = new EnumMap<>(Topic.class);
    final Map<Topic, Long> begins = new EnumMap<>(Topic.class);

    MadeOutputs(MadeJournal journal) {
        for (Topic topic : Topic.outputs()) {
            schemas.put(id(topic), SpecificData.get().getSchema(topic.record()));
            records.put(topic, new HashMap<>());
        }
        for (int partition = 0; partition < journal.partitions(); partition++) {
            committed.put(partition, journal.end(partition));
            for (Topic topic : Topic.outputs()) {
                records.get(topic).put(partition, new ArrayList<>());
            }
            journal.forEachOutput(partition, (line, index, output) -> add(line.partition(),
                    new Seq(MadeJournal.ID, line.offset(), index), output));
        }
    }

    static int id(Topic topic) {
        return 100 + topic.ordinal();
    }

    List<OutputRecord> of(Topic topic, int partition) {
        return records.get(topic).get(partition);
    }

    private void add(int partition, Seq seq, Output output) {
        Topic topic = Verification.topic(output.stream());
        List<OutputRecord> into = of(topic, partition);
        into.add(record(into.size(), seq, output, output.value()));
    }

    /** A record as the Oms writes it, but for its value. */
    static OutputRecord record(long offset, Seq seq, Output output, SpecificRecord value) {
        RecordHeaders headers = new RecordHeaders();
        if (output.stream() == Stream.CHILD_ORDERS) {
            new ChildOrderHeader(seq, output.counter(), output.digest()).addTo(headers);
        } else {
            seq.addTo(headers);
        }
        return new OutputRecord(offset, output.key().getBytes(StandardCharsets.UTF_8),
                bytes(id(Verification.topic(output.stream())), value, value.getSchema()), headers);
    }

    static byte[] bytes(int id, SpecificRecord value, Schema schema) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, 0, 0, (byte) id});
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new SpecificDatumWriter<>(schema, SpecificData.getForClass(value.getClass()))
                    .write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public long committed(int partition) {
        return committed.get(partition);
    }

    @Override
    public Records read(Topic topic, int partition) {
        Iterator<OutputRecord> iterator = of(topic, partition).iterator();
        return new Records() {
            @Override
            public long begin() {
                return begins.getOrDefault(topic, 0L);
            }

            @Override
            public OutputRecord next() {
                return iterator.hasNext() ? iterator.next() : null;
            }
        };
    }

    @Override
    public Optional<Schema> schema(int id) {
        return Optional.ofNullable(schemas.get(id));
    }

    @Override
    public String name(Topic topic) {
        return "qtrader." + topic.suffix();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
