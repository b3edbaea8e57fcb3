package io.qtrader.app.demo;

import io.qtrader.app.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory that is gone when it is closed, with everything in it. */
public final class TemporaryDirectory implements AutoCloseable {

    private final Path path;

    private TemporaryDirectory(Path path) {
        this.path = path;
    }

    /** Makes one where the system keeps such. */
    public static TemporaryDirectory make() {
        try {
            return new TemporaryDirectory(Files.createTempDirectory("qtrader"));
        } catch (IOException e) {
            throw new CommandFailure("no temporary directory can be made (" + e.getMessage() + ")",
                    "free some space, or set java.io.tmpdir in QTRADER_OPTS", e);
        }
    }

    /** The directory. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(TemporaryDirectory::delete);
        } catch (IOException | UncheckedIOException e) {
            // What is still written to is the system's to clean up.
            path.toFile().deleteOnExit();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
