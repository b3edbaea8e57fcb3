package io.qtrader.paper.wire;

/** A line that is not one of the messages expected; the message says why. */
public final class UnreadableLineException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableLineException(String why) {
        super(why);
    }
}
