package io.qtrader.client;

/** The schema registry answered no: nothing changes until a person changes something. */
public final class RegistryRefusedException extends RegistryException {

    private static final long serialVersionUID = 1L;

    RegistryRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
