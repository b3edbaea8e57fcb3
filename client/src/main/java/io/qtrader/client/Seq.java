package io.qtrader.client;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Which journal entry made an output record: the value of the header {@value #HEADER}.
 *
 * <p>Ordered by offset, then index; only comparable within one partition of one journal.
 *
 * @param journalid identity of the journal, never empty
 * @param offset offset of the entry in its journal partition
 * @param index which of the records that this entry made, from 0
 */
public record Seq(String journalid, long offset, int index) implements Comparable<Seq> {

    public static final String HEADER = "qtrader-seq";

    public Seq {
        if (journalid.isEmpty() || offset < 0 || index < 0) {
            throw new IllegalArgumentException(
                    "not a sequence: journalid=" + journalid + ", offset=" + offset
                            + ", index=" + index);
        }
    }

    /** As it stands in the header: {@code <journalid>/<offset>/<index>}. */
    public String header() {
        return journalid + '/' + offset + '/' + index;
    }

    /** Adds the header to an output record's. */
    public void addTo(Headers headers) {
        headers.add(HEADER, header().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a header's text.
     *
     * @throws IllegalArgumentException if it is not of the form that {@link #header()} gives
     */
    public static Seq parse(String text) {
        int last = text.lastIndexOf('/');
        int middle = text.lastIndexOf('/', last - 1);
        if (middle < 1) {
            throw new IllegalArgumentException("not a " + HEADER + ": " + text);
        }
        try {
            return new Seq(
                    text.substring(0, middle),
                    Long.parseLong(text.substring(middle + 1, last)),
                    Integer.parseInt(text.substring(last + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a " + HEADER + ": " + text, e);
        }
    }

    /** Reads a header's bytes; as {@link #parse(String)}. */
    public static Seq parse(byte[] header) {
        return parse(new String(header, StandardCharsets.UTF_8));
    }

    /**
     * The sequence of a record; empty where it bears none.
     *
     * @throws IllegalArgumentException if it bears one that cannot be read
     */
    public static Optional<Seq> of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(parse(header.value()));
    }

    @Override
    public int compareTo(Seq other) {
        int byOffset = Long.compare(offset, other.offset);
        return byOffset != 0 ? byOffset : Integer.compare(index, other.index);
    }
}
