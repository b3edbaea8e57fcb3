package io.qtrader.client;

import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The first entries of a journal partition, as set-up writes them. */
final class SeedEntries {

    /** Stands in a source for topic and topic id; also the operator of GENESIS. */
    static final String SETUP = "setup";

    private SeedEntries() {}

    /** All of one partition's. */
    static List<JournalEntry> of(Genesis genesis, List<Control> controls, Instant time) {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(
                entry(
                        0,
                        time,
                        Control.newBuilder()
                                .setTime(time)
                                .setAction(ControlAction.GENESIS)
                                .setOperator(SETUP)
                                .setDetail(genesis)
                                .build()));
        for (Control control : controls) {
            entries.add(
                    entry(
                            entries.size(),
                            time,
                            Control.newBuilder(control).setTime(time).build()));
        }
        return entries;
    }

    private static JournalEntry entry(int n, Instant time, Control control) {
        Source source = new Source(SETUP, SETUP, 0, (long) n, 0, n - 1L, n == 0 ? -1 : 0);
        return new JournalEntry(source, time, control);
    }

    /**
     * Whether set-up is all that a partition has seen, and set-up with these entries: some or all
     * of them, from the first, and nothing else.
     */
    static boolean underWay(List<JournalEntry> there, List<JournalEntry> all) {
        if (there.size() > all.size()) {
            return false;
        }
        for (int i = 0; i < there.size(); i++) {
            if (!same(there.get(i), all.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The same but for the time, which is that of the set-up that wrote it. */
    private static boolean same(JournalEntry a, JournalEntry b) {
        return a.getSource().equals(b.getSource())
                && a.getEvent() instanceof Control left
                && b.getEvent() instanceof Control right
                && Control.newBuilder(left).setTime(right.getTime()).build().equals(right);
    }
}
