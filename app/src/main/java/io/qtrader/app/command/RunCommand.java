package io.qtrader.app.command;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.console.Logs;
import io.qtrader.app.instance.Instance;
import io.qtrader.app.instance.InstanceSettings;
import io.qtrader.app.instance.Parts;
import io.qtrader.app.instance.Signals;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
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

/** {@code qtrader run}: sequencer, Oms and Blotter against a cluster that is there. */
@Command(
        name = "run",
        description = {
            "Run sequencer, Oms and Blotter against an existing cluster until Ctrl-C.",
            "Any Kafka property in --config passes through; one that begins with sequencer., oms."
                    + " or blotter. goes to that part only, as in oms.num.standby.replicas=1."
        },
        footer = {"", "Example: qtrader run --config prod.properties --http-port 8080"})
final class RunCommand implements Callable<Integer> {

    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--dev",
            description = "A cluster without copies is good enough: it may lose data.")
    private boolean dev;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of the Blotter on the loopback address; 0 is any free one."
                    + " Default: ${DEFAULT-VALUE}")
    private int httpPort;

    @Option(
            names = "--blotter-group",
            paramLabel = "NAME",
            description = "Tells this Blotter from others of the cluster, of which each reads"
                    + " everything. Default: the host's name")
    private String blotterGroup = hostName();

    @Option(names = "--no-blotter", description = "Sequencer and Oms only.")
    private boolean noBlotter;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Write the log to this file. Default: warnings to the console")
    private Path log;

    @Override
    public Integer call() throws InterruptedException {
        if (log != null) {
            Logs.toFile(log);
        }
        String state = cluster.directory().path().resolve("run").toString();
        Connection connection =
                cluster.connection().reached().withDefaults(Map.of("state.dir", state));
        try (Parts parts = new Parts()) {
            Signals.closeAtEnd(parts);
            Instance instance = parts.add(Instance.start(connection, new InstanceSettings(dev,
                    noBlotter ? Optional.empty() : Optional.of(httpPort), blotterGroup)));
            say("started against " + connection.bootstrap() + ", waiting for partitions");
            instance.awaitRunning(LONGEST_START);
            say("running" + instance.blotterUrl().map(url -> "; Blotter at " + url).orElse(""));
            Optional<String> reason = instance.ended().join();
            if (reason.isPresent()) {
                throw new CommandFailure(reason.get(), "");
            }
            return ExitCode.OK;
        }
    }

    /** As far as a consumer group's name takes it. */
    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^a-zA-Z0-9._-]", "-");
        } catch (UnknownHostException e) {
            return "unnamed";
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
