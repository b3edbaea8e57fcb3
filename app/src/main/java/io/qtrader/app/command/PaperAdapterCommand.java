package io.qtrader.app.command;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.cluster.DataDirectory;
import io.qtrader.app.instance.Parts;
import io.qtrader.app.instance.PaperVenue;
import io.qtrader.app.instance.Signals;
import io.qtrader.client.JournalSeed;
import io.qtrader.client.Registry;
import io.qtrader.paper.adapter.PaperAdapter;
import io.qtrader.paper.adapter.PaperAdapterConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtrader paper adapter}: stands between the topics and the simulated exchange. */
@Command(
        name = "adapter",
        description = "Run the adapter between a cluster's topics and the simulated exchange until"
                + " Ctrl-C. `up` has its own.")
final class PaperAdapterCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--exchange-port",
            paramLabel = "PORT",
            required = true,
            description = "Port of the exchange on the loopback address.")
    private int port;

    @Option(
            names = "--broker",
            paramLabel = "ID",
            defaultValue = PaperVenue.BROKER,
            description = "Whose instructions it takes, by the routes' name for it."
                    + " Default: ${DEFAULT-VALUE}")
    private String broker;

    @Option(
            names = "--log",
            paramLabel = "DIR",
            description = "Where it keeps what it has sent and seen. Default: $"
                    + DataDirectory.VARIABLE + " or ~/.qtrader, and there paper/BROKER")
    private Path log;

    @Option(
            names = "--dead-man",
            paramLabel = "MS",
            defaultValue = "0",
            description = "Cancel what is open after so long a silence of qtrader; 0 is never."
                    + " Default: ${DEFAULT-VALUE}")
    private long deadMan;

    @Option(
            names = "--adopt",
            description = "Take reports of orders of which its log knows nothing.")
    private boolean adopt;

    @Override
    public Integer call() throws InterruptedException {
        Connection connection = cluster.connection().reached();
        Path directory = log != null ? log
                : DataDirectory.givenOrDefault(null).paper().resolve(broker);
        PaperAdapterConfig config = PaperAdapterConfig
                .of(broker, port, directory, connection.properties())
                .withSession(broker + "-" + journalid(connection))
                .withDeadManMs(deadMan)
                .withAdopt(adopt);
        try (Parts parts = new Parts()) {
            Signals.closeAtEnd(parts);
            PaperAdapter adapter = parts.add(PaperAdapter.start(config));
            spec.commandLine().getOut().println("adapter of " + broker + " between "
                    + connection.bootstrap() + " and the exchange on port " + port
                    + ", its log in " + directory);
            spec.commandLine().getOut().flush();
            adapter.awaitStop();
            if (adapter.problem().isPresent()) {
                throw new CommandFailure(adapter.problem().get(), "");
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandFailure(e.getMessage(), "", e);
        }
    }

    private static String journalid(Connection connection) {
        try (Registry registry = connection.registry()) {
            return new JournalSeed(connection.properties(), connection.names(), registry,
                    InstantSource.system()).journalid().orElseThrow(() -> new CommandFailure(
                    "the journal of " + connection.names().prefix() + " is empty",
                    "run `qtrader topics create` first"));
        }
    }
}
