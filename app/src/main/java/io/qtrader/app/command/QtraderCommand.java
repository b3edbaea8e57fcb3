package io.qtrader.app.command;

import io.qtrader.app.console.Failures;
import io.qtrader.app.console.Logs;
import io.qtrader.app.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code qtrader}: only holds the others. */
@Command(
        name = "qtrader",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "qtrader 0.1.0",
        description = "Order management for systematic trading desks, on Apache Kafka Streams.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            RunCommand.class,
            TopicsCommand.class,
            IntentCommand.class,
            QuoteCommand.class,
            PositionCommand.class,
            ControlCommand.class,
            FillCommand.class,
            WatchCommand.class,
            ShowCommand.class,
            ReplayCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            PaperCommand.class,
            CompletionCommand.class,
        },
        footer = {
            "",
            "Start with `qtrader demo`, or with `qtrader up` and then, beside it, `qtrader watch`.",
            "Exit codes: 0 done, 1 failed, 2 typed wrongly."
        })
public final class QtraderCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    QtraderCommand() {
    }

    /** The whole command line, ready to execute. */
    public static CommandLine commandLine() {
        Failures failures = new Failures();
        return new CommandLine(new QtraderCommand())
                .setColorScheme(Help.defaultColorScheme(Terminal.ansi()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log more to the console, and show where a failure comes from.")
    void verbose(boolean wanted) {
        if (wanted) {
            Logs.verbose();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
