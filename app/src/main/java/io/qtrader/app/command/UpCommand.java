package io.qtrader.app.command;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.cluster.DataDirectory;
import io.qtrader.app.cluster.Endpoints;
import io.qtrader.app.cluster.Installation;
import io.qtrader.app.console.Logs;
import io.qtrader.app.instance.Instance;
import io.qtrader.app.instance.InstanceSettings;
import io.qtrader.app.instance.PaperVenue;
import io.qtrader.app.instance.Parts;
import io.qtrader.app.instance.Signals;
import io.qtrader.app.policy.PolicyFile;
import io.qtrader.app.sandbox.Sandbox;
import io.qtrader.app.sandbox.SandboxPorts;
import io.qtrader.client.TopicNames;
import io.qtrader.client.TopicPlan;
import java.io.PrintWriter;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtrader up}: the whole system in this process, kept running. */
@Command(
        name = "up",
        description = {
            "Run the whole system in this process until Ctrl-C: a Kafka broker, a schema registry,"
                    + " sequencer, Oms, Blotter, and a paper exchange with its adapter.",
            "What it knows is kept in its data directory, and it goes on there the next time."
        })
final class UpCommand implements Callable<Integer> {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    @Spec
    private CommandSpec spec;

    @Mixin
    private SandboxPorts ports;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where its data lives. Default: $" + DataDirectory.VARIABLE
                    + " or ~/.qtrader")
    private Path data;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Policy in YAML that a new journal begins with. Default: the one that"
                    + " comes with qtrader")
    private Path policy;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of a new journal; never changes. Default: 4")
    private Integer partitions;

    @Override
    public Integer call() throws Exception {
        PolicyFile file =
                policy == null ? PolicyFile.builtIn(PolicyFile.DEFAULT) : PolicyFile.read(policy);
        DataDirectory directory = DataDirectory.givenOrDefault(data);
        try (FileLock held = directory.hold(); Parts parts = new Parts()) {
            Logs.toFile(directory.log());
            Signals.closeAtEnd(parts);
            Instance instance = start(directory, file, parts);
            Optional<String> reason = instance.ended().join();
            if (reason.isPresent()) {
                throw new CommandFailure(reason.get(), "see " + directory.log());
            }
            return ExitCode.OK;
        }
    }

    private Instance start(DataDirectory directory, PolicyFile file, Parts parts)
            throws InterruptedException {
        ports.settle(directory.path().resolve("ports"));
        say("Starting with its data in " + directory.path());
        Sandbox sandbox =
                parts.add(Sandbox.start(directory, ports.broker(), ports.registry(),
                        TopicNames.DEFAULT.prefix()));
        say("broker and registry are there");
        Connection connection = connection(sandbox, directory);
        Installation.Made made = Installation.make(
                connection, TopicPlan.of(connection.properties(), true), file);
        say(made.entries() > 0 ? "journal " + made.journalid() + " begun"
                : "journal " + made.journalid() + " goes on");
        PaperVenue venue = parts.add(PaperVenue.open(
                connection, ports.paper(), directory.paper(), made.journalid()));
        Instance instance = parts.add(Instance.start(connection,
                new InstanceSettings(true, Optional.of(ports.blotter()), "")));
        instance.awaitRunning(LONGEST_START);
        Endpoints endpoints = new Endpoints(sandbox.bootstrap(), sandbox.registryUrl(),
                instance.blotterUrl().orElse(""), venue.address(), connection.names().prefix(),
                ProcessHandle.current().pid());
        endpoints.write(directory.endpoints());
        parts.add(() -> Files.deleteIfExists(directory.endpoints()));
        summary(endpoints, directory);
        return instance;
    }

    private Connection connection(Sandbox sandbox, DataDirectory directory) {
        Connection plain = sandbox.connection(TopicNames.DEFAULT.prefix());
        int wanted = partitions != null ? partitions
                : Installation.journalPartitions(plain).orElse(TopicPlan.DEFAULT_PARTITIONS);
        return plain.withDefaults(Map.of(
                "state.dir", directory.state().toString(),
                TopicPlan.PARTITIONS_KEY, Integer.toString(wanted)));
    }

    private void summary(Endpoints endpoints, DataDirectory directory) {
        say("");
        say("qtrader is up.");
        say("  Kafka broker     " + endpoints.bootstrap());
        say("  schema registry  " + endpoints.registry());
        say("  Blotter          " + endpoints.blotter());
        say("  paper exchange   " + endpoints.paper());
        say("  log              " + directory.log());
        say("");
        say("Beside it: qtrader watch, qtrader quote AAPL 182.49 182.51 --every 2,");
        say("qtrader intent AAPL strat1 100 --urgency 0.3, qtrader show parents. Ctrl-C stops it.");
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
