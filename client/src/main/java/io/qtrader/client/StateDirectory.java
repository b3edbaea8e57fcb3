package io.qtrader.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A directory that one process at a time may use. */
final class StateDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    /**
     * Makes it where it is not there, and locks it.
     *
     * @throws SetupException if somebody else has it
     */
    StateDirectory(Path path) {
        this.path = path;
        try {
            Files.createDirectories(path);
            channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "state directory " + path + " cannot be used: " + e.getMessage(), e);
        }
        if (!lock()) {
            close();
            throw new SetupException(
                    "state directory " + path + " is in use: another adapter runs with it; end"
                            + " that one, or give this one a directory of its own");
        }
    }

    private boolean lock() {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "state directory " + path + " cannot be locked: " + e.getMessage(), e);
        }
    }

    /** Lets go of it; the lock goes with the channel. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "state directory " + path + " cannot be let go: " + e.getMessage(), e);
        }
    }
}
