package io.qtrader.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file in which the reader of one partition keeps what its adapter has handled, so that it goes
 * on there after a crash.
 *
 * <p>A line of text names topic, partition and journal; then comes one entry of fixed length per
 * instruction, each with its own checksum. A commit appends and forces to disk, so it costs what is
 * new; now and then the latest entries are written to a fresh file that is renamed into place. The
 * first entry whose checksum is wrong ends the file: a commit that was torn never was, and its
 * instructions are handed out again.
 */
final class ChildOrderLog implements AutoCloseable {

    /** One instruction: where it stands, its counter, its digest. */
    record Entry(long offset, long counter, long digest) {}

    private static final Logger LOG = LoggerFactory.getLogger(ChildOrderLog.class);
    private static final String FORMAT = "qtrader-child-orders/1";
    private static final int ENTRY = 4 * Long.BYTES;

    private final Path file;
    private final String topic;
    private final int partition;
    private final int keep;
    private FileChannel channel;
    private String journalid;
    private long begin;
    private long end;

    /**
     * @param keep how many entries stay when the file is written afresh
     */
    ChildOrderLog(Path directory, String topic, int partition, int keep) {
        this.file = directory.resolve("child-orders-" + partition + ".state");
        this.topic = topic;
        this.partition = partition;
        this.keep = keep;
    }

    /** The file, for messages. */
    Path file() {
        return file;
    }

    /** The journal of the entries; null while there is no file. */
    String journalid() {
        return journalid;
    }

    /**
     * Reads what is on disk, oldest first; nothing where there is no file.
     *
     * @throws SetupException if the file is something else
     */
    List<Entry> load() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            byte[] content = Files.readAllBytes(file);
            begin = readTitle(content);
            List<Entry> entries = readEntries(content);
            end = begin + (long) entries.size() * ENTRY;
            if (end < content.length) {
                LOG.warn("{} ends in a torn entry: goes on after the {} before it",
                        file, entries.size());
            }
            open();
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Makes entries durable: when this returns they are on disk. */
    void append(String journal, List<Entry> added) {
        try {
            if (channel == null) {
                journalid = journal;
                rewrite(ByteBuffer.allocate(0), added);
            } else if (end - begin + (long) added.size() * ENTRY > 2L * keep * ENTRY) {
                rewrite(latest(), added);
            } else {
                writeAll(channel, bytes(added), end);
                channel.force(false);
                end += (long) added.size() * ENTRY;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private ByteBuffer latest() throws IOException {
        long from = Math.max(begin, end - (long) keep * ENTRY);
        ByteBuffer bytes = ByteBuffer.allocate((int) (end - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            // Until all is read.
        }
        return bytes.flip();
    }

    private void rewrite(ByteBuffer before, List<Entry> added) throws IOException {
        byte[] title = title().getBytes(StandardCharsets.UTF_8);
        long titleEnd = title.length;
        long beforeEnd = titleEnd + before.remaining();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(out, ByteBuffer.wrap(title), 0);
            writeAll(out, before, titleEnd);
            writeAll(out, bytes(added), beforeEnd);
            out.force(true);
        }
        close();
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent())) {
            directory.force(true);
        }
        open();
        begin = titleEnd;
        end = beforeEnd + (long) added.size() * ENTRY;
    }

    private void open() throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private int readTitle(byte[] content) {
        int titleEnd = 0;
        while (titleEnd < content.length && content[titleEnd] != '\n') {
            titleEnd++;
        }
        String title = new String(content, 0, titleEnd, StandardCharsets.UTF_8);
        String[] words = title.split(" ");
        if (titleEnd == content.length || words.length != 4 || !words[0].equals(FORMAT)) {
            throw notOurs("it does not begin as one");
        }
        if (!words[1].equals(topic) || !words[2].equals(Integer.toString(partition))) {
            throw notOurs("it is of " + words[1] + " partition " + words[2]);
        }
        journalid = words[3];
        return titleEnd + 1;
    }

    private List<Entry> readEntries(byte[] content) {
        int from = (int) begin;
        ByteBuffer bytes = ByteBuffer.wrap(content, from, content.length - from);
        List<Entry> entries = new ArrayList<>();
        while (bytes.remaining() >= ENTRY) {
            Entry entry = new Entry(bytes.getLong(), bytes.getLong(), bytes.getLong());
            boolean next = entries.isEmpty() || follows(entries.get(entries.size() - 1), entry);
            if (bytes.getLong() != checksum(entry) || !next) {
                break;
            }
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            throw notOurs("it has no whole entry");
        }
        return entries;
    }

    private static boolean follows(Entry before, Entry after) {
        return after.counter == before.counter + 1 && after.offset > before.offset;
    }

    private SetupException notOurs(String what) {
        return new SetupException(
                file + " is not the state of a reader of " + topic + " partition " + partition
                        + ": " + what + "; restore it, or move it away to begin with the"
                        + " earliest instruction that the topic still has");
    }

    private String title() {
        return FORMAT + ' ' + topic + ' ' + partition + ' ' + journalid + '\n';
    }

    private static ByteBuffer bytes(List<Entry> entries) {
        ByteBuffer bytes = ByteBuffer.allocate(entries.size() * ENTRY);
        for (Entry entry : entries) {
            bytes.putLong(entry.offset).putLong(entry.counter).putLong(entry.digest);
            bytes.putLong(checksum(entry));
        }
        return bytes.flip();
    }

    private static long checksum(Entry entry) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * Long.BYTES);
        bytes.putLong(entry.offset).putLong(entry.counter).putLong(entry.digest).flip();
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes, long at) throws IOException {
        long position = at;
        while (bytes.hasRemaining()) {
            position += out.write(bytes, position);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
