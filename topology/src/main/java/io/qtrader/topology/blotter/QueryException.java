package io.qtrader.topology.blotter;

/** A question that cannot be asked; the message says why and what could be. */
final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueryException(String message) {
        super(message);
    }
}
