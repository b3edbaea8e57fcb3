package io.qtrader.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A command that runs on, as a process of its own. */
final class QtraderProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;

    private QtraderProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a command, and waits until it has said what says that it is ready. */
    static QtraderProcess start(Path log, Map<String, String> environment, String ready,
            String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        QtraderProcess started = new QtraderProcess(builder.start(), log);
        Awaitility.await().atMost(LONGEST_START).until(
                () -> started.said().contains(ready) || !started.process.isAlive());
        assertThat(started.process.isAlive()).as(started.said()).isTrue();
        return started;
    }

    long pid() {
        return process.pid();
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    /** Ends it as Ctrl-C does: within seconds, and without a complaint. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        assertThat(process.waitFor(25, TimeUnit.SECONDS)).as("stops within seconds").isTrue();
        assertThat(said()).doesNotContain("WARN", "ERROR", "Exception");
    }
}
