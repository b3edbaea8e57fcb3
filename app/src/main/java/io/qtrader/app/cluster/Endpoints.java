package io.qtrader.app.cluster;

import io.qtrader.app.CommandFailure;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * How to reach a running {@code up}; it writes them into its data directory, and takes them away
 * when it stops.
 *
 * @param bootstrap address of the broker
 * @param registry address of the schema registry
 * @param blotter address of the blotter
 * @param paper address of the paper exchange, as host:port
 * @param prefix prefix of the topics
 * @param pid the process
 */
public record Endpoints(
        String bootstrap, String registry, String blotter, String paper, String prefix, long pid) {

    private static final String BOOTSTRAP = "bootstrap.servers";
    private static final String REGISTRY = "schema.registry.url";
    private static final String BLOTTER = "qtrader.blotter.url";
    private static final String PAPER = "qtrader.paper.address";
    private static final String PREFIX = "qtrader.prefix";
    private static final String PID = "qtrader.pid";

    /** What the file says; empty where there is none. */
    public static Optional<Endpoints> read(Path file) {
        Properties said = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            said.load(reader);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(new Endpoints(
                said.getProperty(BOOTSTRAP, ""), said.getProperty(REGISTRY, ""),
                said.getProperty(BLOTTER, ""), said.getProperty(PAPER, ""),
                said.getProperty(PREFIX, ""), Long.parseLong(said.getProperty(PID, "0"))));
    }

    /** Whether the process that wrote them still runs. */
    public boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Writes them in one go, so that a reader never finds half of them. */
    public void write(Path file) {
        Properties said = new Properties();
        said.setProperty(BOOTSTRAP, bootstrap);
        said.setProperty(REGISTRY, registry);
        said.setProperty(BLOTTER, blotter);
        said.setProperty(PAPER, paper);
        said.setProperty(PREFIX, prefix);
        said.setProperty(PID, Long.toString(pid));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                said.store(writer, "How to reach the qtrader that runs here.");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file + " (" + e.getMessage() + ")",
                    "choose another directory with --data", e);
        }
    }
}
