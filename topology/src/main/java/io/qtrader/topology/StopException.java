package io.qtrader.topology;

import java.util.Optional;

/**
 * Something that would go wrong in the same way again, so that no new thread and no other instance
 * would get past it: the client stops. The message is one line for an operator: what, where, why,
 * and what to do next.
 */
public final class StopException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StopException(String message) {
        super(message);
    }

    public StopException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The one that a chain of causes holds; Kafka Streams wraps what a processor throws. */
    public static Optional<StopException> in(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof StopException stop) {
                return Optional.of(stop);
            }
        }
        return Optional.empty();
    }
}
