package io.qtrader.app.console;

import picocli.CommandLine.Help.Ansi;

/** Whether standard output is a terminal that wants colour. */
public final class Terminal {

    /** The launcher sets it: newer Java can no longer tell by itself. */
    private static final String PROPERTY = "qtrader.terminal";

    private Terminal() {
    }

    /** Colour on a terminal, unless NO_COLOR or TERM=dumb say otherwise. */
    public static Ansi ansi() {
        String said = System.getProperty(PROPERTY);
        boolean terminal = said == null ? System.console() != null : Boolean.parseBoolean(said);
        boolean unwanted = System.getenv("NO_COLOR") != null
                || "dumb".equals(System.getenv("TERM"));
        return terminal && !unwanted ? Ansi.ON : Ansi.OFF;
    }
}
