package io.qtrader.app;

/**
 * What a command could not do, in one line for its user: what, where and why, and what to do next.
 * The command line prints it without a trace and ends with exit code 1.
 */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param what one sentence without a full stop: what failed, where, why
     * @param next what to do about it; empty where nothing can be said
     */
    public CommandFailure(String what, String next) {
        this(what, next, null);
    }

    /** The same, with the exception behind it, which {@code -v} shows. */
    public CommandFailure(String what, String next, Throwable cause) {
        super(next.isEmpty() ? what : what + ": " + next, cause);
    }
}
