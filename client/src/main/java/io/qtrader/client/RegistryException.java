package io.qtrader.client;

/** The schema registry could not or would not do what it was asked. */
public abstract class RegistryException extends ClientException {

    private static final long serialVersionUID = 1L;

    RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
