package io.qtrader.topology.sequencer;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What becomes of an input record. */
sealed interface Verdict {

    /**
     * It enters the journal.
     *
     * @param event what it says
     * @param sym its symbol, the key of its entries; null where it is for all
     * @param targets where it goes; never empty
     */
    record Accepted(SpecificRecord event, String sym, List<Target> targets) implements Verdict {}

    /**
     * It goes to dead-letters.
     *
     * @param reason code, for counting
     * @param text code and particulars, for reading
     * @param halts where a halt of new exposure is journaled for it; empty for all but executions
     */
    record Refused(String reason, String text, List<Target> halts) implements Verdict {}
}
