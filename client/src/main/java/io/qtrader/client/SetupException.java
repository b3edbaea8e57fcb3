package io.qtrader.client;

/** A setting, a file, or what set-up has made on the cluster, is not as it must be. */
public final class SetupException extends ClientException {

    private static final long serialVersionUID = 1L;

    SetupException(String message) {
        super(message, null);
    }
}
