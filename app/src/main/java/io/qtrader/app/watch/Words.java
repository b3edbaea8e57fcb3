package io.qtrader.app.watch;

import io.qtrader.app.watch.Wording.Said;
import io.qtrader.schemas.JournalEntry;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;

/** A record in words, without the columns that {@link Lines} has. */
public final class Words {

    private Words() {
    }

    /** What it is called, its symbol, what it says; of a journal entry, its event. */
    public static String of(SpecificRecord record) {
        if (record == null) {
            return "nothing that can be decoded";
        }
        SpecificRecord event = record instanceof JournalEntry entry
                ? (SpecificRecord) entry.getEvent() : record;
        Said said = Wording.of(event);
        return said.sym().isEmpty()
                ? String.format(Locale.ROOT, "%s %s", said.kind(), said.text())
                : String.format(Locale.ROOT, "%s %s %s", said.kind(), said.sym(), said.text());
    }
}
