package io.qtrader.topology.blotter;

import java.time.Instant;
import java.util.Comparator;
import org.apache.avro.specific.SpecificRecord;

/**
 * One row of a view.
 *
 * @param view the view
 * @param record the Avro record, with all fields that {@link View} names
 */
public record Row(View view, SpecificRecord record) {

    /** By symbol, then id: the order of answers. Rows without a symbol come first. */
    public static final Comparator<Row> BY_SYMBOL_AND_ID =
            Comparator.comparing(Row::sym, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Row::byId)
                    .thenComparing(Row::time);

    /** Oldest change first. */
    public static final Comparator<Row> BY_TIME =
            Comparator.comparing(Row::time).thenComparing(BY_SYMBOL_AND_ID);

    /** A field by its Avro name. */
    Object get(String field) {
        return record.get(record.getSchema().getField(field).pos());
    }

    /** The symbol; null where it has none. */
    public String sym() {
        return (String) get("sym");
    }

    private Instant time() {
        return (Instant) get(view.timeField());
    }

    /** Ids of one view are all numbers or all text. */
    private static int byId(Row a, Row b) {
        Object left = a.get(a.view.idField());
        Object right = b.get(b.view.idField());
        return left instanceof Long number
                ? Long.compare(number, (Long) right)
                : ((String) left).compareTo((String) right);
    }
}
