package io.qtrader.core.state;

import io.qtrader.schemas.Policy;
import java.util.Set;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that rows, and the schemas' records within them, may be made from bytes. Avro makes no
 * class of a name found in a schema unless somebody vouches for it; its only place to say so is one
 * for the whole JVM, so what others have said there stays.
 */
final class TrustedRows {
    private static final Set<String> PACKAGES =
            Set.of(Meta.class.getPackageName(), Policy.class.getPackageName());

    static {
        synchronized (ClassSecurityValidator.class) {
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                    ClassSecurityValidator.getGlobal(),
                    type -> PACKAGES.contains(type.getPackageName())));
        }
    }

    private TrustedRows() {}

    /** Does it once, however often it is called. */
    static void allow() {
        // The class's loading does it.
    }
}
