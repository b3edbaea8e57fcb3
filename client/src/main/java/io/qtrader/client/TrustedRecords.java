package io.qtrader.client;

import io.qtrader.schemas.Intent;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that qtrader's generated classes may be made from bytes. Avro makes no class of a name
 * found in a schema unless somebody vouches for it; its only place to say so is one for the whole
 * JVM, so what others have said there stays.
 */
public final class TrustedRecords {

    private static final String PACKAGE = Intent.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(),
                        type -> type.getPackageName().equals(PACKAGE)));
    }

    private TrustedRecords() {}

    /** Does it once, however often it is called. */
    public static void allow() {
        // The class's loading does it.
    }
}
