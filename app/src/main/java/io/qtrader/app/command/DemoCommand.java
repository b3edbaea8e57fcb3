package io.qtrader.app.command;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.cluster.DataDirectory;
import io.qtrader.app.cluster.Installation;
import io.qtrader.app.cluster.InputPublisher;
import io.qtrader.app.console.Terminal;
import io.qtrader.app.demo.SeedExample;
import io.qtrader.app.demo.TemporaryDirectory;
import io.qtrader.app.instance.Instance;
import io.qtrader.app.instance.InstanceSettings;
import io.qtrader.app.instance.PaperVenue;
import io.qtrader.app.instance.Parts;
import io.qtrader.app.instance.Signals;
import io.qtrader.app.policy.PolicyFile;
import io.qtrader.app.sandbox.LoopbackPort;
import io.qtrader.app.sandbox.Sandbox;
import io.qtrader.app.watch.Lines;
import io.qtrader.app.watch.TopicFollower;
import io.qtrader.client.TopicNames;
import io.qtrader.client.TopicPlan;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code qtrader demo}: two intents become a position, on a real broker in this process. */
@Command(
        name = "demo",
        description = {
            "Start everything in this process and watch two intents become a position: strat1 wants"
                    + " +100 AAPL at urgency 0.3, strat2 +200 at 0.8.",
            "Every line of the lifecycle is a record on a topic. Nothing is left behind."
        })
final class DemoCommand implements Callable<Integer> {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final long began = System.nanoTime();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (Parts parts = new Parts()) {
            Signals.closeAtEnd(parts);
            TemporaryDirectory temporary = parts.add(TemporaryDirectory.make());
            DataDirectory directory = new DataDirectory(temporary.path());
            SeedExample example = prepare(directory, parts);
            String end = example.play();
            out().println();
            out().println(end);
            out().flush();
        }
        return ExitCode.OK;
    }

    private SeedExample prepare(DataDirectory directory, Parts parts) throws InterruptedException {
        say("Starting a Kafka broker and a schema registry in this process");
        Sandbox sandbox = parts.add(Sandbox.start(directory, LoopbackPort.free(), 0,
                TopicNames.DEFAULT.prefix()));
        Connection connection = sandbox.connection(TopicNames.DEFAULT.prefix()).withDefaults(
                Map.of("state.dir", directory.state().toString(), TopicPlan.PARTITIONS_KEY, "1"));
        say("Creating topics on " + connection.bootstrap());
        Installation.Made made = Installation.make(connection,
                TopicPlan.of(connection.properties(), true),
                PolicyFile.builtIn(PolicyFile.DEMO));
        say("Starting sequencer, Oms and paper exchange on " + made.topics().size() + " topics");
        parts.add(PaperVenue.open(connection, 0, directory.paper(), made.journalid()));
        CompletableFuture<TopicFollower> follower = CompletableFuture.supplyAsync(
                () -> new TopicFollower(connection, SeedExample.FOLLOWED, false));
        Instance instance = parts.add(
                Instance.start(connection, new InstanceSettings(true, Optional.empty(), "")));
        InputPublisher publisher = parts.add(new InputPublisher(connection));
        SeedExample example = new SeedExample(publisher, parts.add(follower.join()),
                new Lines(Terminal.ansi()), out());
        instance.awaitRunning(LONGEST_START);
        instance.ended().thenAccept(reason -> reason.ifPresent(this::fail));
        say("Running; strat1 wants +100 AAPL at urgency 0.3, then strat2 +200 at 0.8");
        out().println();
        return example;
    }

    private void fail(String reason) {
        spec.commandLine().getErr().println("qtrader: " + new CommandFailure(reason, "")
                .getMessage());
    }

    private void say(String line) {
        double seconds = (System.nanoTime() - began) / 1e9;
        out().printf(Locale.ROOT, "%5.1f s  %s%n", seconds, line);
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
