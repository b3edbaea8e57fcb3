package io.qtrader.core.story;

import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Execution;
import java.util.HashMap;
import java.util.Map;

/** The brokers' own books: what they were told, and what they have said. */
final class Broker {
    private final Map<Long, Held> held = new HashMap<>();
    private final Map<String, Execution> trades = new HashMap<>();
    private int execids;
    private int correctionids;

    /** A child order as its broker has it. */
    static final class Held {
        ChildOrder order;
        long size;
        double price;
        long cumqty;
        boolean open = true;
        /** The newest CANCEL and REPLACE; null where there was none. */
        ChildOrder cancel;
        ChildOrder replace;
        int request;

        long leavesqty() {
            return open ? Math.max(0, size - cumqty) : 0;
        }
    }

    void sees(Output o) {
        if (o.stream() != Stream.CHILD_ORDERS) {
            return;
        }
        ChildOrder c = (ChildOrder) o.value();
        if (c.getAction() == ChildAction.HEARTBEAT) {
            return;
        }
        Held h = held.computeIfAbsent(c.getChildid(), id -> new Held());
        h.request = c.getRequest();
        switch (c.getAction()) {
            case NEW -> {
                h.order = c;
                h.size = c.getSize();
                h.price = c.getPrice();
            }
            case CANCEL -> h.cancel = c;
            case REPLACE -> h.replace = c;
            case STATUS, HEARTBEAT -> { }
        }
    }

    /** What a broker has of a child; null where it was never told. */
    Held held(long childid) {
        return held.get(childid);
    }

    String nextExecid() {
        return "e" + ++execids;
    }

    String nextCorrectionid() {
        return "x" + ++correctionids;
    }

    void traded(Execution e) {
        trades.put(e.getExecid(), e);
    }

    /** What was reported under an execid; null where nothing was. */
    Execution trade(String execid) {
        return trades.get(execid);
    }
}
