package io.qtrader.topology.blotter;

import io.qtrader.client.Topic;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * What the Blotter shows, in flow order. A view's path is both its place in URLs and the name of
 * its store.
 */
public enum View {
    TARGETS("targets", Topic.TARGETS, Keeps.SYMBOLS, "sym", "time"),
    REQUIREMENTS("requirements", Topic.REQUIREMENTS, Keeps.SYMBOLS, "sym", "time"),
    PARENTS("parents", Topic.PARENT_ORDERS, Keeps.IDS, "parentid", "updated"),
    EXEC_STATES("exec-states", Topic.EXEC_STATES, Keeps.IDS, "parentid", "updated"),
    ORDERS("orders", Topic.ORDERS, Keeps.IDS, "orderid", "tsupdate"),
    CHILDREN("children", Topic.CHILD_ORDER_STATE, Keeps.IDS, "childid", "lastupdate"),
    FILLS("fills", Topic.FILLS, Keeps.RECORDS, "childid", "time"),
    POSITIONS("positions", Topic.NET_POSITIONS, Keeps.SYMBOLS, "sym", "time"),
    STRATEGY_POSITIONS(
            "strategy-positions", Topic.STRATEGY_POSITIONS, Keeps.SYMBOLS, "strat", "time"),
    BREACHES("breaches", Topic.BREACHES, Keeps.NEWEST_RECORDS, "breachid", "time"),
    REJECTS("rejects", Topic.REJECTS, Keeps.NEWEST_RECORDS, "rejectid", "time");

    /** What of its topic a view keeps, and where. */
    enum Keeps {
        /** The latest by symbol or symbol and strategy: few, in memory. */
        SYMBOLS,
        /** The latest by id: ever more, on disk. */
        IDS,
        /** Every record: ever more, on disk. */
        RECORDS,
        /** The newest records: in memory. */
        NEWEST_RECORDS
    }

    private final String path;
    private final Topic topic;
    private final Keeps keeps;
    private final String idField;
    private final String timeField;
    private final Schema schema;

    View(String path, Topic topic, Keeps keeps, String idField, String timeField) {
        this.path = path;
        this.topic = topic;
        this.keeps = keeps;
        this.idField = idField;
        this.timeField = timeField;
        this.schema = SpecificData.get().getSchema(topic.record());
    }

    /** The view of a path; empty where there is none. */
    public static Optional<View> at(String path) {
        return Arrays.stream(values()).filter(view -> view.path.equals(path)).findFirst();
    }

    public String path() {
        return path;
    }

    /** Where its rows come from. */
    public Topic topic() {
        return topic;
    }

    Keeps keeps() {
        return keeps;
    }

    /** Whether it has one row a key; else it has one a record. */
    boolean isTable() {
        return keeps == Keeps.SYMBOLS || keeps == Keeps.IDS;
    }

    /** What its rows are sorted by after the symbol. */
    String idField() {
        return idField;
    }

    /** When a row changed last. */
    String timeField() {
        return timeField;
    }

    boolean has(String field) {
        return schema.getField(field) != null;
    }
}
