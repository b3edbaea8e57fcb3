package io.qtrader.paper.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.qtrader.schemas.Side;

/** What the paper exchange can be asked, one JSON object a line, told apart by {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Request.Logon.class, name = "logon"),
        @JsonSubTypes.Type(value = Request.NewOrder.class, name = "new"),
        @JsonSubTypes.Type(value = Request.Cancel.class, name = "cancel"),
        @JsonSubTypes.Type(value = Request.Replace.class, name = "replace"),
        @JsonSubTypes.Type(value = Request.Status.class, name = "status"),
        @JsonSubTypes.Type(value = Request.Resend.class, name = "resend"),
        @JsonSubTypes.Type(value = Request.MarketQuote.class, name = "quote"),
        @JsonSubTypes.Type(value = Request.Bust.class, name = "bust"),
        @JsonSubTypes.Type(value = Request.Correct.class, name = "correct"),
        @JsonSubTypes.Type(value = Request.LedgerQuery.class, name = "ledger"),
})
public sealed interface Request {

    /** A request that carries a client order id, which the exchange takes once and never again. */
    sealed interface Numbered extends Request permits NewOrder, Cancel, Replace {
        String clordid();
    }

    /** Opens the session of {@code sender}; one connection at a time may hold it. */
    record Logon(String sender, boolean cancelOnDisconnect) implements Request {}

    /** A limit order for the day; {@code size} in shares. */
    record NewOrder(String clordid, String sym, Side side, double price, long size)
            implements Numbered {}

    /** Takes back what is open of the order that {@code origclordid}, any of its chain, names. */
    record Cancel(String clordid, String origclordid) implements Numbered {}

    /** Gives an order a new price and a new total size, what is filled included. */
    record Replace(String clordid, String origclordid, double price, long size)
            implements Numbered {}

    /** How does the order stand that {@code clordid} belongs to? {@code ref} comes back unread. */
    record Status(String clordid, String ref) implements Request {}

    /** Sends the session's reports from {@code fromSeq} on again, and from then on each new one. */
    record Resend(long fromSeq) implements Request {}

    /** Moves the market; a price of 0 means that there is none, a size of 0 not known. */
    record MarketQuote(String sym, double bid, double ask, double last, long bidsize, long asksize)
            implements Request {}

    /** Takes an execution back; {@code reopen} puts its quantity to work again. */
    record Bust(String execid, boolean reopen) implements Request {}

    /** Changes quantity and price of an execution. */
    record Correct(String execid, long qty, double price) implements Request {}

    /** What has been traded, by the exchange's own books. */
    record LedgerQuery() implements Request {}
}
