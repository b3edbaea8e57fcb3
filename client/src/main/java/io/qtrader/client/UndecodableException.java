package io.qtrader.client;

/** The bytes of a record are not what its topic holds. Waiting does not help: it never will be. */
public final class UndecodableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, in the order of the checks. */
    public enum Reason {
        /** There is no value. */
        NULL_VALUE,
        /** The schema's id is in a header, in a form that cannot be looked up here. */
        ID_IN_HEADER,
        /** Fewer than the five bytes of magic and schema id. */
        TOO_SHORT,
        /** The first byte is not 0: not the Confluent wire format. */
        NO_MAGIC,
        /** The registry has no Avro schema by this id. */
        UNKNOWN_SCHEMA,
        /** The schema is of another record. */
        WRONG_RECORD,
        /** The bytes do not follow the schema that they name, or cannot be read as the reader's. */
        CORRUPT,
        /** Bytes are left after the record. */
        TRAILING_BYTES
    }

    private final Reason reason;

    UndecodableException(Reason reason, String message, Throwable cause) {
        super(reason + ": " + message, cause);
        this.reason = reason;
    }

    UndecodableException(Reason reason, String message) {
        this(reason, message, null);
    }

    public Reason reason() {
        return reason;
    }
}
