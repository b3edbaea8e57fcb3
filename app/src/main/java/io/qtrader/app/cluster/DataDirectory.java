package io.qtrader.app.cluster;

import io.qtrader.app.CommandFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Where a sandbox keeps what survives a restart: the broker's logs, schemas, state, the paper
 * exchange's ledger, log files. One process at a time holds it.
 */
public final class DataDirectory {

    /** Environment variable that names another directory. */
    public static final String VARIABLE = "QTRADER_DATA";

    private final Path path;

    /** A directory that may not be there yet. */
    public DataDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** The directory given, or what {@value #VARIABLE} names, or {@code ~/.qtrader}. */
    public static DataDirectory givenOrDefault(Path given) {
        if (given != null) {
            return new DataDirectory(given);
        }
        String named = System.getenv(VARIABLE);
        return new DataDirectory(named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".qtrader") : Path.of(named));
    }

    /** The directory itself. */
    public Path path() {
        return path;
    }

    /** The embedded broker's logs. */
    public Path broker() {
        return path.resolve("broker");
    }

    /** The sandbox registry's schemas. */
    public Path registry() {
        return path.resolve("registry");
    }

    /** The local state of Kafka Streams. */
    public Path state() {
        return path.resolve("state");
    }

    /** What the paper exchange and its adapter remember. */
    public Path paper() {
        return path.resolve("paper");
    }

    /** The log file. */
    public Path log() {
        return path.resolve("qtrader.log");
    }

    /** Where the running {@code up} says how to reach it. */
    public Path endpoints() {
        return path.resolve("endpoints");
    }

    /**
     * Takes the directory for this process, and makes it where it is new.
     *
     * @return what gives it back when closed; the end of the process does too
     * @throws CommandFailure where another process holds it, or it cannot be written
     */
    public FileLock hold() {
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(path.resolve("lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new CommandFailure(
                        "another qtrader" + holder() + " keeps its data in " + path,
                        "use that one, stop it with Ctrl-C, or give this one another --data");
            }
            return lock;
        } catch (IOException e) {
            throw new CommandFailure("cannot write in the directory " + path + " ("
                    + e.getMessage() + ")", "choose another with --data", e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private String holder() {
        Optional<Endpoints> running = Endpoints.read(endpoints());
        return running.map(e -> " (process " + e.pid() + ")").orElse("");
    }
}
