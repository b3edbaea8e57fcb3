package io.qtrader.topology.sequencer;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.Registry;
import io.qtrader.client.RegistryRefusedException;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.client.UndecodableException;
import io.qtrader.topology.Patience;
import io.qtrader.topology.StopException;
import io.qtrader.topology.sequencer.Verdict.Refused;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads a raw record and says what becomes of it, from the record alone. Where the registry does
 * not answer it waits, for ever if need be: a record that cannot be read now is neither garbage nor
 * to be passed over.
 */
final class Judge {
    /** The largest key and value together [bytes]; far more than any honest input needs. */
    static final int LARGEST = 256 * 1024;

    private final Map<Topic, AvroSerde<?>> serdes = new EnumMap<>(Topic.class);
    private final Router router;
    private final Patience patience;

    Judge(TopicNames names, Registry registry, Router router, Patience patience) {
        for (Topic topic : Topic.inputs()) {
            serdes.put(topic, new AvroSerde<>(registry, names.subject(topic), topic.record()));
        }
        this.router = router;
        this.patience = patience;
    }

    Verdict judge(Topic topic, Record<byte[], byte[]> record) {
        long size = size(record);
        if (size > LARGEST) {
            String text = Fault.TOO_LARGE + ": bytes=" + size + ", at most=" + LARGEST;
            return refused(topic, record, Fault.TOO_LARGE.name(), text);
        }
        SpecificRecord event;
        try {
            AvroSerde<?> serde = serdes.get(topic);
            event = patience.ask(() -> serde.deserialize(record.value(), record.headers()));
        } catch (UndecodableException e) {
            return refused(topic, record, e.reason().name(), e.getMessage());
        } catch (RegistryRefusedException e) {
            throw new StopException(e.getMessage(), e);
        }
        return router.route(event);
    }

    private Refused refused(
            Topic topic, Record<byte[], byte[]> record, String reason, String text) {
        boolean halts = topic == Topic.EXECUTIONS;
        return new Refused(reason, text, halts ? router.halts(record.key()) : List.of());
    }

    private static long size(Record<byte[], byte[]> record) {
        long size = length(record.key()) + length(record.value());
        for (Header header : record.headers()) {
            size += header.key().length() + length(header.value());
        }
        return size;
    }

    private static long length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
