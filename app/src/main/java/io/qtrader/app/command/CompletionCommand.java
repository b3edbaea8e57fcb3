package io.qtrader.app.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code qtrader completion}: what makes bash and zsh complete our commands and flags. */
@Command(
        name = "completion",
        description = "Print the completion script for bash and zsh: source <(qtrader completion)")
final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(
                AutoComplete.bash("qtrader", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
