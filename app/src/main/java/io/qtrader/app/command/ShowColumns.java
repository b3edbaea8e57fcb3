package io.qtrader.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.qtrader.app.console.Table;
import io.qtrader.topology.blotter.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Which fields of a record fit on a line, and how a cell is written. */
final class ShowColumns {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private ShowColumns() {
    }

    static List<String> of(View view) {
        return switch (view) {
            case TARGETS -> List.of("sym", "tgtpos", "urgency", "strategies", "time");
            case REQUIREMENTS -> List.of("sym", "qty", "rawqty", "target", "position", "urgency",
                    "time", "note");
            case PARENTS -> List.of("parentid", "sym", "side", "tgtqty", "filled", "algo",
                    "urgency", "status", "created", "deadline", "note");
            case EXEC_STATES -> List.of("parentid", "sym", "algo", "released", "crossing",
                    "slices", "nextslice", "deadline", "live");
            case ORDERS -> List.of("orderid", "parentid", "sym", "side", "price", "size",
                    "filled", "pending", "status", "tsnew", "tsupdate", "note");
            case CHILDREN -> List.of("childid", "orderid", "brokerid", "venue", "sym", "side",
                    "price", "size", "filled", "status", "inflight", "sent", "note");
            case FILLS -> List.of("time", "sym", "side", "qty", "price", "position", "childid",
                    "parentid", "brokerid", "execid", "type", "mark");
            case POSITIONS -> List.of("sym", "position", "fills", "unattributed", "opening",
                    "adjustments", "time");
            case STRATEGY_POSITIONS -> List.of("sym", "strat", "tgtpos", "position", "time");
            case BREACHES -> List.of("time", "sym", "locked", "text");
            case REJECTS -> List.of("time", "sym", "text");
        };
    }

    /** The table of some rows, heading first. */
    static List<String> lines(View view, JsonNode rows) {
        List<String> columns = of(view);
        Table table = new Table(columns);
        rows.forEach(row -> table.add(
                columns.stream().map(column -> cell(row.path(column))).toList()));
        return table.lines();
    }

    static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isDouble()) {
            return Double.toString(Math.rint(value.doubleValue() * 1e6) / 1e6);
        }
        String text = value.asText();
        return text.length() >= 20 && text.charAt(10) == 'T' ? time(text) : text;
    }

    private static String time(String text) {
        try {
            ZonedDateTime time = Instant.parse(text).atZone(ZoneId.systemDefault());
            return time.toLocalDate().equals(LocalDate.now()) ? TIME.format(time)
                    : DAY.format(time);
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
