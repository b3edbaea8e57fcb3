package io.qtrader.client;

/** The schema registry knows no schema by this id, or none that is Avro. */
public final class UnknownSchemaException extends RegistryException {

    private static final long serialVersionUID = 1L;

    private final int id;

    UnknownSchemaException(int id, String message, Throwable cause) {
        super(message, cause);
        this.id = id;
    }

    /** The id that was asked for. */
    public int id() {
        return id;
    }
}
