package io.qtrader.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qtrader topics}: only holds the others. */
@Command(
        name = "topics",
        description = "Create and check the topics on a cluster.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TopicsCreateCommand.class, TopicsCheckCommand.class, TopicsAdoptCommand.class
        })
final class TopicsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
