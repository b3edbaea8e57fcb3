package io.qtrader.topology.sequencer;

import io.qtrader.client.AvroSerde;
import io.qtrader.topology.sequencer.Verdict.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record of the topic dead-letters: key and value as they came, and in headers why it is there
 * and where it came from, all as text.
 */
public final class DeadLetter {
    /** Code of the reason: a {@link Fault} or an UndecodableException.Reason. */
    public static final String REASON = "qtrader-reason";

    /** The reason with its particulars. */
    public static final String TEXT = "qtrader-text";

    /** Name of the topic that it came from. */
    public static final String TOPIC = "qtrader-topic";

    /** Partition that it came from. */
    public static final String PARTITION = "qtrader-partition";

    /** Offset that it came from. */
    public static final String OFFSET = "qtrader-offset";

    /** When the sequencer read it, as ISO-8601. */
    public static final String TIME = "qtrader-time";

    /** There only where key or value were cut off, at {@link #KEPT} bytes: how long they were. */
    public static final String CUT = "qtrader-cut";

    /** Of key and value each: what is too large must find room in this topic all the same. */
    static final int KEPT = 512 * 1024;

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_ID = 64;

    private DeadLetter() {}

    static Record<byte[], Outgoing> of(
            Record<byte[], byte[]> record, Input input, Refused refused, Instant time) {
        Headers headers = new RecordHeaders();
        add(headers, REASON, refused.reason());
        add(headers, TEXT, shortened(refused.text()));
        add(headers, TOPIC, input.topic().name());
        add(headers, PARTITION, Integer.toString(input.partition()));
        add(headers, OFFSET, Long.toString(input.offset()));
        add(headers, TIME, time.toString());
        // Without it a value whose schema id is there could not be sent again as it was.
        Header id = record.headers().lastHeader(AvroSerde.ID_HEADER);
        if (id != null && length(id.value()) <= LONGEST_ID) {
            headers.add(id);
        }
        byte[] key = record.key();
        byte[] value = record.value();
        if (length(key) > KEPT || length(value) > KEPT) {
            add(headers, CUT, "key=" + length(key) + ", value=" + length(value));
            key = cut(key);
            value = cut(value);
        }
        return new Record<>(
                key, new Outgoing(-1, value), SequencerProcessor.timestamp(time), headers);
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }

    private static void add(Headers headers, String name, String text) {
        headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] cut(byte[] bytes) {
        return length(bytes) <= KEPT ? bytes : Arrays.copyOf(bytes, KEPT);
    }

    private static int length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
