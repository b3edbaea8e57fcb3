package io.qtrader.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qtrader paper}: only holds the others. */
@Command(
        name = "paper",
        description = "Run the simulated exchange, or its adapter, as a process of its own.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PaperExchangeCommand.class, PaperAdapterCommand.class})
final class PaperCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
