package io.qtrader.paper.exchange;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.Request;

/** One line of the exchange's books. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Entry.Opened.class, name = "opened"),
        @JsonSubTypes.Type(value = Entry.Received.class, name = "received"),
        @JsonSubTypes.Type(value = Entry.Lost.class, name = "lost"),
        @JsonSubTypes.Type(value = Entry.Reported.class, name = "reported"),
})
public sealed interface Entry {

    /** The first entry: the name of these books. */
    record Opened(String venueid, long time) implements Entry {}

    /** A request came in; from now on its client order id is used. */
    record Received(long time, String sender, Request.Numbered request) implements Entry {}

    /** A request that never got here, as a script wanted: it counts for scripts alone. */
    record Lost(long time, String sender, Request.Numbered request) implements Entry {}

    /** A report went out, as number {@code seq} of the session of {@code sender}. */
    record Reported(String sender, long seq, Report report) implements Entry {}
}
