package io.qtrader.app.console;

import java.util.ArrayList;
import java.util.List;

/** Rows with a heading, each column as wide as its widest cell; numbers stand to the right. */
public final class Table {

    private static final String GAP = "  ";

    private final List<String> heading;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table without rows. */
    public Table(List<String> heading) {
        this.heading = List.copyOf(heading);
    }

    /** Adds a row with a cell for each column. */
    public void add(List<String> cells) {
        if (cells.size() != heading.size()) {
            throw new IllegalArgumentException(
                    "a row of " + cells.size() + " cells in a table of " + heading.size());
        }
        rows.add(cells.stream().map(Printable::of).toList());
    }

    /** The lines: heading first. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(heading));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(width(column) - cell.length());
            line.append(column == 0 ? "" : GAP)
                    .append(numeric(column) ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length())
                .reduce(heading.get(column).length(), Math::max);
    }

    private boolean numeric(int column) {
        return rows.stream().map(row -> row.get(column))
                .allMatch(cell -> cell.isEmpty() || cell.matches("[+-]?\\d+(\\.\\d+)?"));
    }
}
