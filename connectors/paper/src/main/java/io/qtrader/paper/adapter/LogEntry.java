package io.qtrader.paper.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.qtrader.paper.wire.Reason;
import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.ReportType;
import io.qtrader.paper.wire.Request;
import io.qtrader.schemas.Side;

/** One line of the adapter's own log. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LogEntry.Session.class, name = "session"),
    @JsonSubTypes.Type(value = LogEntry.Intent.class, name = "intent"),
    @JsonSubTypes.Type(value = LogEntry.Sent.class, name = "sent"),
    @JsonSubTypes.Type(value = LogEntry.Again.class, name = "again"),
    @JsonSubTypes.Type(value = LogEntry.Asked.class, name = "asked"),
    @JsonSubTypes.Type(value = LogEntry.Barred.class, name = "barred"),
    @JsonSubTypes.Type(value = LogEntry.Processed.class, name = "processed"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface LogEntry {

    /** The exchange's books are {@code venueid}; of them all up to {@code lastSeq} is processed. */
    record Session(String venueid, long lastSeq) implements LogEntry {}

    /** This will be sent. */
    record Intent(Request.Numbered request, String sym, Side side) implements LogEntry {}

    /** It was sent. */
    record Sent(String clordid) implements LogEntry {}

    /** The exchange does not know it, so it will be sent again: a repetition would be ours. */
    record Again(String clordid) implements LogEntry {}

    /** qtrader has asked how the instruction {@code clordid} stands, and waits for the answer. */
    record Asked(String clordid, String sym, Side side) implements LogEntry {}

    /** This child id is never sent, and if it was intended, never again. */
    record Barred(long childid) implements LogEntry {}

    /**
     * Report {@code seq} is on executions, as far as it belongs there.
     *
     * @param answered the question of qtrader that it has answered, absent where none
     */
    record Processed(
            long seq,
            ReportType exec,
            String clordid,
            String sym,
            Side side,
            long cumqty,
            long leavesqty,
            Reason reason,
            String answered)
            implements LogEntry {

        static Processed of(long seq, Report r, String answered) {
            return new Processed(seq, r.exec(), r.clordid(), r.sym(), r.side(), r.cumqty(),
                    r.leavesqty(), r.reason(), answered);
        }
    }
}
