package io.qtrader.app.story;

import io.qtrader.topology.oms.Oms;
import io.qtrader.topology.oms.OmsConfig;
import java.io.FileReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** An Oms in a process of its own, that ends when it is killed and not before. */
final class OmsProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    private OmsProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** What runs in the process. */
    public static void main(String[] args) throws Exception {
        Properties properties = new Properties();
        try (Reader file = new FileReader(args[0], StandardCharsets.UTF_8)) {
            properties.load(file);
        }
        Map<String, String> config = new TreeMap<>();
        properties.stringPropertyNames().forEach(n -> config.put(n, properties.getProperty(n)));
        Oms oms = Oms.start(OmsConfig.of(config, true));
        System.err.println(oms.ended().get());
    }

    /**
     * Starts one.
     *
     * @param name of its files
     */
    static OmsProcess start(Path directory, String name, Map<String, String> config)
            throws Exception {
        Path file = directory.resolve(name + ".properties");
        Properties properties = new Properties();
        properties.putAll(config);
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        Path log = directory.resolve(name + ".log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OmsProcess.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new OmsProcess(process, log);
    }

    /** Whether it runs; fails with what it said where it does not. */
    void requireAlive() throws Exception {
        if (!process.isAlive()) {
            throw new AssertionError("the Oms has ended: " + Files.readString(log));
        }
    }

    /** Takes it away without a word, as a loss of power does. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new AssertionError("process " + process.pid() + " does not end");
        }
    }
}
