package io.qtrader.paper.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.SortedMap;

/** What the paper exchange says, one JSON object a line, told apart by {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Answer.LoggedOn.class, name = "logon"),
        @JsonSubTypes.Type(value = Answer.Sequenced.class, name = "report"),
        @JsonSubTypes.Type(value = Answer.LedgerView.class, name = "ledger"),
        @JsonSubTypes.Type(value = Answer.Refused.class, name = "error"),
})
public sealed interface Answer {

    /**
     * The session is open.
     *
     * @param venueid names the exchange's books; with other books the numbering starts anew
     * @param lastseq number of the session's last report, 0 when it has none
     */
    record LoggedOn(String venueid, String sender, long lastseq) implements Answer {}

    /** A report and its number in the session, from 1 without holes. */
    record Sequenced(long seq, Report report) implements Answer {}

    /** Positions by symbol, every execution in its order, and how every order stands. */
    record LedgerView(
            SortedMap<String, Long> positions, List<Report> executions, List<OrderView> orders)
            implements Answer {}

    /** One order in the ledger. */
    record OrderView(
            String sender,
            List<String> clordids,
            String sym,
            long size,
            long cumqty,
            String status) {}

    /** The line was not understood or not allowed; nothing changed. */
    record Refused(String text) implements Answer {}
}
