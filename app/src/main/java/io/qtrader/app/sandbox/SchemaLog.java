package io.qtrader.app.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qtrader.app.CommandFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The registry's memory on disk: a line of JSON for everything that was registered or configured,
 * in order, each on disk before it is answered. A restart reads it and numbers nothing anew.
 */
final class SchemaLog implements AutoCloseable {

    /**
     * One line: a schema version, or a compatibility level (then {@code level} is there, and
     * {@code subject} is absent where it is the level of all).
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String subject, Integer version, Integer id, String schema, String level) {

        static Line version(String subject, int version, int id, String schema) {
            return new Line(subject, version, id, schema, null);
        }

        static Line level(String subject, Compatibility level) {
            return new Line(subject, null, null, null, level.name());
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel channel;

    /** Opens the log, hands every line in it to the reader, and is then ready to append. */
    SchemaLog(Path file, Consumer<Line> reader) {
        this.file = file;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            channel.truncate(read(reader));
            channel.position(channel.size());
        } catch (IOException e) {
            throw unusable("cannot be read", e);
        }
    }

    void append(Line line) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(JSON.writeValueAsString(line) + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw unusable("cannot be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Length of the whole lines: a line that a crash cut short was never answered, so it goes. */
    private long read(Consumer<Line> reader) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            continue;
        }
        byte[] bytes = buffer.array();
        int start = 0;
        for (int i = 0; i < buffer.position(); i++) {
            if (bytes[i] == '\n') {
                reader.accept(parse(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
                start = i + 1;
            }
        }
        return start;
    }

    private Line parse(String line) {
        try {
            return JSON.readValue(line, Line.class);
        } catch (JsonProcessingException e) {
            throw unusable("holds a line that is not its own", e);
        }
    }

    private CommandFailure unusable(String why, IOException cause) {
        return new CommandFailure("the sandbox registry's file " + file + " " + why + " ("
                + cause.getMessage() + ")", "repair it, or start with another --data directory",
                cause);
    }
}
