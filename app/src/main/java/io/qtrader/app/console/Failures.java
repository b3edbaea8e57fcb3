package io.qtrader.app.console;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.instance.Signals;
import io.qtrader.client.ClientException;
import io.qtrader.topology.StopException;
import java.io.PrintWriter;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever a command throws into one line and an exit code. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleExecutionException(
            Exception thrown, CommandLine command, ParseResult parsed) {
        if (Signals.stopping()) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("qtrader: " + line(unwrapped(thrown))));
        if (verbose(parsed)) {
            thrown.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public int handleParseException(ParameterException thrown, String[] args) {
        CommandLine command = thrown.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("qtrader: " + thrown.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(thrown, err)) {
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** One line for any exception. */
    static String line(Throwable thrown) {
        if (thrown instanceof CommandFailure || thrown instanceof ClientException
                || thrown instanceof StopException || thrown instanceof IllegalArgumentException) {
            return firstLine(thrown);
        }
        if (thrown instanceof AuthenticationException) {
            return "the cluster does not accept who we are (" + firstLine(thrown)
                    + "): check sasl.* and ssl.* in --config";
        }
        if (thrown instanceof AuthorizationException) {
            return "the cluster does not let us do this (" + firstLine(thrown)
                    + "): ask for the rights on the topics and groups of our prefix";
        }
        if (thrown instanceof TimeoutException) {
            return "the cluster did not answer in time (" + firstLine(thrown)
                    + "): check --bootstrap, and that its brokers are up";
        }
        if (thrown instanceof ApiException) {
            return "the cluster refused (" + firstLine(thrown) + ")";
        }
        return "this should not happen: " + thrown.getClass().getSimpleName() + ": "
                + firstLine(thrown) + " (again with -v for where)";
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable inner = thrown;
        while ((inner instanceof ExecutionException || inner instanceof CompletionException)
                && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static String firstLine(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message.lines().findFirst()
                .orElse(thrown.getClass().getSimpleName());
    }

    private static boolean verbose(ParseResult parsed) {
        return parsed.expandedArgs().stream().anyMatch(a -> a.equals("-v")
                || a.equals("--verbose"));
    }
}
