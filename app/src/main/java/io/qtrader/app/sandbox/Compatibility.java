package io.qtrader.app.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Confluent's compatibility levels, judged by Avro's own rules. */
enum Compatibility {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean transitive;

    Compatibility(boolean newReadsOld, boolean oldReadsNew, boolean transitive) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.transitive = transitive;
    }

    static Compatibility named(String level) {
        try {
            return valueOf(level.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RegistryRefusal.invalidLevel(level);
        }
    }

    /**
     * What stands against a new schema.
     *
     * @param candidate the new schema
     * @param earlier the subject's schemas, oldest first
     * @return one sentence for each fault; empty where it is compatible
     */
    List<String> faults(Schema candidate, List<Schema> earlier) {
        List<String> faults = new ArrayList<>();
        int first = transitive ? 0 : Math.max(0, earlier.size() - 1);
        for (Schema old : earlier.subList(first, earlier.size())) {
            if (newReadsOld) {
                check(candidate, old, faults);
            }
            if (oldReadsNew) {
                check(old, candidate, faults);
            }
        }
        return faults;
    }

    private static void check(Schema reader, Schema writer, List<String> faults) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
        for (Incompatibility fault : result.getIncompatibilities()) {
            faults.add(fault.getType() + " at " + fault.getLocation() + ": " + fault.getMessage());
        }
    }
}
