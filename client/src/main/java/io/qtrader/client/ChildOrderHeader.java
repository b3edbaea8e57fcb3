package io.qtrader.client;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What a record of child-orders bears beside its value, so that a reader of uncommitted output can
 * tell a repetition from a gap and from another decision.
 *
 * @param seq the journal entry that made it
 * @param counter dense number of the record in its partition, the first is 1
 * @param digest digest of the decision: the same in every repetition of the record
 */
public record ChildOrderHeader(Seq seq, long counter, long digest) {

    /** Header with {@link #counter}, decimal text. */
    public static final String COUNTER = "qtrader-counter";

    /** Header with {@link #digest}, 16 hexadecimal digits. */
    public static final String DIGEST = "qtrader-digest";

    public ChildOrderHeader {
        if (counter < 1) {
            throw new IllegalArgumentException("counter must be at least 1: " + counter);
        }
    }

    /** Adds the three headers to an output record's. */
    public void addTo(Headers headers) {
        seq.addTo(headers);
        headers.add(COUNTER, ascii(Long.toString(counter)));
        headers.add(DIGEST, ascii(HexFormat.of().toHexDigits(digest)));
    }

    /** The three headers of a record; empty where one is missing or cannot be read. */
    public static Optional<ChildOrderHeader> of(Headers headers) {
        try {
            Optional<Seq> seq = Seq.of(headers);
            Optional<String> counter = text(headers, COUNTER);
            Optional<String> digest = text(headers, DIGEST);
            if (seq.isEmpty() || counter.isEmpty() || digest.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    new ChildOrderHeader(
                            seq.get(),
                            Long.parseLong(counter.get()),
                            HexFormat.fromHexDigitsToLong(digest.get())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.US_ASCII));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
