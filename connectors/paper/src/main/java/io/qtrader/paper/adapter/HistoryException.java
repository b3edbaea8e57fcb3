package io.qtrader.paper.adapter;

/** The exchange's past and the adapter's do not fit; a person must say which is right. */
final class HistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HistoryException(String message) {
        super(message);
    }
}
