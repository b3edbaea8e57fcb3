package io.qtrader.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qtrader.app.replay.tables.Tables;
import io.qtrader.app.watch.RecordJson;
import io.qtrader.topology.blotter.View;
import java.io.PrintWriter;

/** Prints tables as they stood, each as {@code show} prints it. */
final class StandingTables {

    private StandingTables() {
    }

    static void print(Tables tables, PrintWriter out) {
        tables.last().forEach(line -> out.println("partition " + line.partition()
                + " up to offset " + line.offset() + " of " + line.entry().getTime()));
        for (View view : View.values()) {
            ArrayNode rows = rows(tables, view);
            out.println();
            if (rows.isEmpty()) {
                out.println("no " + view.path());
            } else {
                out.println(view.path());
                ShowColumns.lines(view, rows).forEach(line -> out.println("  " + line));
            }
        }
    }

    static void printJson(Tables tables, PrintWriter out) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ObjectNode offsets = all.putObject("offsets");
        tables.last().forEach(line ->
                offsets.put(Integer.toString(line.partition()), line.offset()));
        for (View view : View.values()) {
            all.set(view.path(), rows(tables, view));
        }
        out.println(all.toPrettyString());
    }

    private static ArrayNode rows(Tables tables, View view) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        tables.rows(view).forEach(row -> rows.add(RecordJson.of(row.record())));
        return rows;
    }
}
