package io.qtrader.paper.adapter;

import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.OrderStatus;
import io.qtrader.schemas.Side;
import java.time.Instant;

/** Instructions in few words: buys of AAPL, by broker paper. */
final class Orders {

    private Orders() {}

    static ChildOrder buy(long childid, double price, long size) {
        return order(ChildAction.NEW, childid, 0, price, size);
    }

    static ChildOrder cancel(long childid, int request) {
        return order(ChildAction.CANCEL, childid, request, 1, 1);
    }

    static ChildOrder replace(long childid, int request, double price, long size) {
        return order(ChildAction.REPLACE, childid, request, price, size);
    }

    static ChildOrder status(long childid, int request) {
        return order(ChildAction.STATUS, childid, request, 1, 1);
    }

    static ChildOrder heartbeat() {
        return order(ChildAction.HEARTBEAT, 0, 0, 0, 0);
    }

    private static ChildOrder order(
            ChildAction action, long childid, int request, double price, long size) {
        return ChildOrder.newBuilder()
                .setChildid(childid)
                .setOrderid(childid)
                .setBrokerid("paper")
                .setVenue("")
                .setSym("AAPL")
                .setSide(Side.BUY)
                .setPrice(price)
                .setSize(size)
                .setStatus(OrderStatus.NEW)
                .setSent(Instant.EPOCH)
                .setLastupdate(Instant.EPOCH)
                .setAction(action)
                .setRequest(request)
                .setInflight(Inflight.NONE)
                .build();
    }
}
