package io.qtrader.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.cluster.DataDirectory;
import io.qtrader.app.cluster.Installation;
import io.qtrader.app.command.QtraderCommand;
import io.qtrader.app.instance.Instance;
import io.qtrader.app.instance.InstanceSettings;
import io.qtrader.app.instance.PaperVenue;
import io.qtrader.app.instance.Parts;
import io.qtrader.app.policy.PolicyFile;
import io.qtrader.app.sandbox.LoopbackPort;
import io.qtrader.app.sandbox.Sandbox;
import io.qtrader.client.TopicPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** A whole system on an embedded broker, for one test class, with the demo's policy. */
final class TestDesk implements AutoCloseable {

    private final Parts parts = new Parts();
    private final Connection connection;
    private final Instance instance;

    private TestDesk(Path data, int partitions) {
        DataDirectory directory = new DataDirectory(data);
        Sandbox sandbox = parts.add(Sandbox.start(directory, LoopbackPort.free(), 0, "it."));
        connection = sandbox.connection("it.").withDefaults(
                Map.of("state.dir", directory.state().toString(),
                        TopicPlan.PARTITIONS_KEY, Integer.toString(partitions)));
        Installation.Made made = Installation.make(connection,
                TopicPlan.of(connection.properties(), true), PolicyFile.builtIn(PolicyFile.DEMO));
        parts.add(PaperVenue.open(connection, 0, directory.paper(), made.journalid()));
        instance = parts.add(
                Instance.start(connection, new InstanceSettings(true, Optional.of(0), "")));
    }

    static TestDesk start(Path data, int partitions) throws InterruptedException {
        // What these tests provoke, they expect.
        ((Logger) LoggerFactory.getLogger("io.qtrader")).setLevel(Level.ERROR);
        TestDesk desk = new TestDesk(data, partitions);
        desk.instance.awaitRunning(Duration.ofSeconds(40));
        return desk;
    }

    Connection connection() {
        return connection;
    }

    boolean running() {
        return !instance.ended().isDone();
    }

    /** Runs a command against this system: exit code and everything that it said. */
    Said run(String... args) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int code = QtraderCommand.commandLine().setOut(writer).setErr(writer).execute(args);
        return new Said(code, said.toString());
    }

    /** The flags that mean this system. */
    String[] here(String... args) {
        String[] all = new String[args.length + 6];
        System.arraycopy(args, 0, all, 0, args.length);
        int at = args.length;
        all[at++] = "--bootstrap";
        all[at++] = connection.bootstrap();
        all[at++] = "--registry";
        all[at++] = connection.properties().get("schema.registry.url");
        all[at++] = "--prefix";
        all[at] = "it.";
        return all;
    }

    String blotter() {
        return instance.blotterUrl().orElseThrow();
    }

    record Said(int code, String text) {
    }

    @Override
    public void close() {
        parts.close();
    }
}
