package io.qtrader.paper.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Objects to lines of JSON and back; thread-safe. */
public final class Wire<T> {

    /** The longest line that is taken [bytes]. */
    public static final int MAX_LINE = 1 << 20;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final ObjectReader reader;
    private final ObjectWriter writer;

    /** A codec for one family of messages. */
    public Wire(Class<T> type) {
        this.reader = JSON.readerFor(type);
        this.writer = JSON.writerFor(type);
    }

    /** One line, without its end. */
    public String line(T value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value, e);
        }
    }

    /**
     * The object that a line holds.
     *
     * @throws UnreadableLineException says what is wrong with the line, in one sentence
     */
    public T read(String line) throws UnreadableLineException {
        try {
            T value = reader.readValue(line);
            if (value == null) {
                throw new UnreadableLineException("expected a JSON object, found null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new UnreadableLineException(e.getOriginalMessage());
        }
    }
}
