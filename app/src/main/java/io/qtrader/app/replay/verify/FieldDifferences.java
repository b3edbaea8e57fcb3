package io.qtrader.app.replay.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Which fields of two records of one schema differ. */
public final class FieldDifferences {

    private FieldDifferences() {
    }

    /** In words: {@code position is 21, must be 20; ...}; empty where none differs. */
    public static String of(SpecificRecord made, SpecificRecord found) {
        List<String> differences = new ArrayList<>();
        for (Schema.Field field : made.getSchema().getFields()) {
            Object must = made.get(field.pos());
            Object is = found.get(field.pos());
            if (!Objects.equals(must, is)) {
                differences.add(field.name() + " is " + is + ", must be " + must);
            }
        }
        return String.join("; ", differences);
    }
}
