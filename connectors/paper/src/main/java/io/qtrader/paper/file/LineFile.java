package io.qtrader.paper.file;

import io.qtrader.paper.wire.UnreadableLineException;
import io.qtrader.paper.wire.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of entries, one JSON object a line, that is only ever added to.
 *
 * <p>A last line that a crash cut short was never synced, so nothing was built on it: it is
 * dropped. Any other unreadable line is damage, and the file is refused. Not thread-safe.
 */
public final class LineFile<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LineFile.class);

    private final Wire<T> wire;
    private final FileChannel channel;

    private LineFile(Wire<T> wire, FileChannel channel) {
        this.wire = wire;
        this.channel = channel;
    }

    /**
     * Opens the file, making it and its directory where there is none.
     *
     * @param found is given what is in the file, line by line
     * @throws IOException names the file, and the line where it is damaged
     */
    public static <T> LineFile<T> open(Path path, Class<T> type, Consumer<T> found)
            throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        boolean fresh = !Files.exists(path);
        Wire<T> wire = new Wire<>(type);
        long end = fresh ? 0 : readAll(path, wire, found);
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.size() > end) {
            LOG.warn("{}: the last line was cut short by a crash and is dropped", path);
            channel.truncate(end);
        }
        channel.position(end);
        if (fresh) {
            channel.force(true);
            syncDirectory(path.toAbsolutePath().getParent());
        }
        return new LineFile<>(wire, channel);
    }

    /** Adds a line; it survives the process, and after {@link #sync} the machine. */
    public void append(T entry) throws IOException {
        ByteBuffer line =
                ByteBuffer.wrap((wire.line(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    /** Returns when every line is on the disk. */
    public void sync() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Reads every whole line; returns where the last of them ends. */
    private static <T> long readAll(Path path, Wire<T> wire, Consumer<T> into)
            throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int start = 0;
        int number = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
            try {
                into.accept(wire.read(line));
            } catch (UnreadableLineException e) {
                throw new IOException(
                        path + ": line " + number + " is damaged (" + e.getMessage()
                                + "); restore the file from a backup, or move it away to start with"
                                + " empty books");
            }
            start = i + 1;
            number++;
        }
        return start;
    }

    private static void syncDirectory(Path directory) throws IOException {
        try (FileChannel d = FileChannel.open(directory, StandardOpenOption.READ)) {
            d.force(true);
        }
    }
}
