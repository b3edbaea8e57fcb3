package io.qtrader.app.command;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.DataDirectory;
import io.qtrader.app.instance.Parts;
import io.qtrader.app.instance.Signals;
import io.qtrader.paper.exchange.PaperExchange;
import io.qtrader.paper.exchange.PaperExchangeConfig;
import io.qtrader.paper.exchange.VenueSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtrader paper exchange}: the simulated exchange behind a socket. */
@Command(
        name = "exchange",
        description = "Run the simulated exchange on a port of the loopback address until Ctrl-C.")
final class PaperExchangeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port; 0 is any free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--books",
            paramLabel = "DIR",
            description = "Where its books are kept. Default: $" + DataDirectory.VARIABLE
                    + " or ~/.qtrader, and there paper/exchange")
    private Path books;

    @Option(
            names = "--behaviour",
            paramLabel = "FILE",
            description = "Latency, partial fills, rejects, and scripts for single orders.")
    private Path behaviour;

    @Option(names = "--seed", paramLabel = "N", description = "What looks like chance follows it.")
    private Long seed;

    @Override
    public Integer call() throws InterruptedException {
        Path directory = books != null ? books
                : DataDirectory.givenOrDefault(null).paper().resolve("exchange");
        VenueSettings settings =
                seed == null ? VenueSettings.DEFAULT : VenueSettings.DEFAULT.withSeed(seed);
        try (Parts parts = new Parts()) {
            Signals.closeAtEnd(parts);
            PaperExchange exchange = parts.add(PaperExchange.start(new PaperExchangeConfig(port,
                    Optional.of(directory), Optional.ofNullable(behaviour), settings)));
            spec.commandLine().getOut().println("paper exchange at 127.0.0.1:" + exchange.port()
                    + ", its books in " + directory);
            spec.commandLine().getOut().flush();
            exchange.awaitStop();
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandFailure(e.getMessage(), "", e);
        }
    }
}
