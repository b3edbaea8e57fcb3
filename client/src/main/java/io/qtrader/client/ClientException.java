package io.qtrader.client;

/**
 * Something outside of this code must be put right. The message is one line for the user: what,
 * where, why, and what to do next.
 */
public abstract class ClientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClientException(String message, Throwable cause) {
        super(message, cause);
    }
}
