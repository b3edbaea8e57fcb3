package io.qtrader.paper.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a directory for one user alone, among processes and within this one, until closed. */
public final class SoleUse implements AutoCloseable {

    /**
     * The operating system's lock belongs to the process, and closing any channel of the file gives
     * it up; so within the process the file must not even be opened twice.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private SoleUse(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the directory, making it where there is none.
     *
     * @param who says in the refusal what is running there
     * @throws IOException in one line, when another has it
     */
    public static SoleUse of(Path directory, String who) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.toRealPath().resolve("lock");
        if (!HELD_HERE.add(file)) {
            throw taken(directory, who);
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                throw taken(directory, who);
            }
            return new SoleUse(file, channel);
        } finally {
            if (lock == null) {
                if (channel != null) {
                    channel.close();
                }
                HELD_HERE.remove(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static IOException taken(Path directory, String who) {
        return new IOException(
                "another " + who + " is running on " + directory
                        + ": stop it, or give this one a directory of its own");
    }
}
