package io.qtrader.core.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reports on their way from the broker to the journal: in order mostly, but late or held back where so marked. */
final class Wire {
    private static final int LONG_AGO = 60;

    private final Dice dice;
    private final List<Report> reports = new ArrayList<>();
    private long step;
    private long lastDue;

    Wire(Dice dice) {
        this.dice = dice;
    }

    void step() {
        step++;
    }

    /** Sends a report, and at times a second copy of it. */
    void send(Report r, Temper temper, boolean mayHold) {
        put(r, temper);
        r.held = mayHold && dice.chance(temper.silent());
        if (dice.chance(temper.repeat())) {
            Report copy = new Report(r.execution, r.order, r.trade, r.correction);
            put(copy, temper);
            copy.due += dice.below(LONG_AGO);
        }
    }

    private void put(Report r, Temper temper) {
        if (dice.chance(temper.late())) {
            r.due = step + dice.between(1, LONG_AGO);
        } else {
            lastDue = Math.max(lastDue, step + dice.below(3));
            r.due = lastDue;
        }
        reports.add(r);
    }

    /** The first report that has arrived, or null. */
    Report take() {
        Report first = null;
        for (Report r : reports) {
            if (!r.held && r.due <= step && (first == null || r.due < first.due)) {
                first = r;
            }
        }
        reports.remove(first);
        return first;
    }

    /** Lets go what was held back. */
    void release(Predicate<Report> which) {
        for (Report r : reports) {
            if (r.held && which.test(r)) {
                r.held = false;
                r.due = step;
            }
        }
    }

    /** Everything arrives now. */
    void hurry() {
        for (Report r : reports) {
            r.held = false;
            r.due = Math.min(r.due, step);
        }
    }

    List<Report> underway() {
        return reports;
    }
}
