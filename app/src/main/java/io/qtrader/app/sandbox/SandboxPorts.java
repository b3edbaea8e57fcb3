package io.qtrader.app.sandbox;

import io.qtrader.app.CommandFailure;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import picocli.CommandLine.Option;

/** The ports of a sandbox: given, or those of last time where they are free, or any free ones. */
public final class SandboxPorts {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the Kafka broker. Default for each port: that of last time"
                    + " where it is free, else any free one, as 0 says")
    private Integer broker;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            description = "Port of the schema registry.")
    private Integer registry;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description = "Port of the Blotter.")
    private Integer blotter;

    @Option(
            names = "--paper-port",
            paramLabel = "PORT",
            description = "Port of the paper exchange.")
    private Integer paper;

    private final Properties last = new Properties();

    /** Made by picocli. */
    public SandboxPorts() {
    }

    /** Settles every port: afterwards each is a free one. */
    public void settle(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            last.load(reader);
        } catch (IOException e) {
            // The first time: nothing is remembered.
            last.clear();
        }
        broker = settled(broker, "broker", "the Kafka broker", "--port");
        registry = settled(registry, "registry", "the schema registry", "--registry-port");
        blotter = settled(blotter, "blotter", "the Blotter", "--http-port");
        paper = settled(paper, "paper", "the paper exchange", "--paper-port");
        remember(file);
    }

    /** Port of the broker. */
    public int broker() {
        return broker;
    }

    /** Port of the registry. */
    public int registry() {
        return registry;
    }

    /** Port of the Blotter. */
    public int blotter() {
        return blotter;
    }

    /** Port of the paper exchange. */
    public int paper() {
        return paper;
    }

    private int settled(Integer given, String name, String user, String flag) {
        int port = given != null ? LoopbackPort.given(given, user, flag) : remembered(name);
        last.setProperty(name, Integer.toString(port));
        return port;
    }

    private int remembered(String name) {
        try {
            int port = Integer.parseInt(last.getProperty(name, "0"));
            return port > 0 && LoopbackPort.isFree(port) ? port : LoopbackPort.free();
        } catch (IllegalArgumentException e) {
            return LoopbackPort.free();
        }
    }

    private void remember(Path file) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            last.store(writer, "The ports of last time.");
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file + " (" + e.getMessage() + ")",
                    "choose another directory with --data", e);
        }
    }
}
