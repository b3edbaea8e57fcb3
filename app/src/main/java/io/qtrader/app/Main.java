package io.qtrader.app;

import io.qtrader.app.command.QtraderCommand;

/** Where the launcher enters. */
public final class Main {

    private Main() {
    }

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(QtraderCommand.commandLine().execute(args));
    }
}
