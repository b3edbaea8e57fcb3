package io.qtrader.paper.adapter;

import io.qtrader.paper.wire.Request;
import io.qtrader.schemas.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A child order as the adapter's log has it. */
final class Child {

    /** A request of ours and how far it has come. */
    static final class Sending {
        final Request.Numbered request;
        boolean again;
        boolean answered;

        Sending(Request.Numbered request) {
            this.request = request;
        }
    }

    final long childid;
    String sym;
    Side side;
    /** The highest instruction of qtrader that was taken for it. */
    int lastRequest = -1;
    /** By client order id, in the order of their intents. */
    final Map<String, Sending> sendings = new LinkedHashMap<>();

    /** The exchange has had it: it has said so, or reported something of it. */
    boolean acked;
    /** It can fill no more, by the exchange's last word. */
    boolean done;
    /** The latest accepted request of its chain. */
    ClOrdId current;
    long cumqty;
    long leavesqty;

    Child(long childid) {
        this.childid = childid;
        this.current = ClOrdId.of(childid, 0);
    }

    /** Requests that the exchange has not answered. */
    Stream<Sending> unanswered() {
        return sendings.values().stream().filter(sending -> !sending.answered);
    }

    /** How many cancels the dead-man rule has made of it. */
    int deadmanCancels() {
        return (int) sendings.keySet().stream()
                .filter(id -> ClOrdId.parse(id).filter(ClOrdId::isDeadman).isPresent())
                .count();
    }
}
