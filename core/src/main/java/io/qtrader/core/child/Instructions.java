package io.qtrader.core.child;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.Digest;
import io.qtrader.core.state.Ids;
import io.qtrader.core.state.Meta;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.OrderStatus;
import io.qtrader.schemas.Side;

/** Tells brokers what to do: the only way out of the system (C2). */
public final class Instructions {
    private Instructions() {}

    /** Sends a new child, which the caller has filled with order, route, side, price, pricedat and size. */
    public static void sendNew(Step step, Book book, ChildRow c) {
        Meta meta = step.meta();
        meta.children++;
        c.childid = Ids.of(meta.partition, meta.children);
        c.status = OrderStatus.NEW.ordinal();
        c.sent = step.now();
        book.children.add(c);
        Usage.opened(step, c.sym, c.brokerid);
        Usage.sent(step, c.sym, c.brokerid);
        step.state().index(c.childid, c.sym, false);
        owe(step, c, Inflight.NEW);
        instruct(step, c, ChildAction.NEW);
    }

    /** Asks the broker to cancel what is open of a child. */
    public static void cancel(Step step, ChildRow c) {
        c.request++;
        owe(step, c, Inflight.CANCEL);
        instruct(step, c, ChildAction.CANCEL);
    }

    /** Asks the broker for another total size (filled included) and price (O3). */
    public static void replace(Step step, ChildRow c, long size, double price) {
        c.request++;
        c.newsize = size;
        c.newprice = price;
        Usage.sent(step, c.sym, c.brokerid);
        owe(step, c, Inflight.REPLACE);
        instruct(step, c, ChildAction.REPLACE);
    }

    /** Asks how a child stands; does not count as outstanding (O3). */
    public static void askStatus(Step step, ChildRow c) {
        c.statusasked = true;
        instruct(step, c, ChildAction.STATUS);
    }

    /** Says that qtrader is alive. */
    public static void heartbeat(Step step) {
        ChildOrder beat = new ChildOrder(0L, 0L, "", "", "", Side.BUY, 0.0, 0L, OrderStatus.NEW,
                step.time(), step.time(), ChildAction.HEARTBEAT, 0, 0L, 0L, Inflight.NONE,
                null, null, null, null);
        put(step, beat);
    }

    private static void owe(Step step, ChildRow c, Inflight inflight) {
        c.inflight = inflight.ordinal();
        c.askedat = step.clock();
        c.statusasked = false;
        c.holduntil = 0;
    }

    private static void instruct(Step step, ChildRow c, ChildAction action) {
        Records.changed(step, c);
        put(step, Records.child(c, action));
    }

    private static void put(Step step, ChildOrder instruction) {
        Meta meta = step.meta();
        meta.counter++;
        meta.digest = Digest.of(meta.digest, instruction);
        step.instruct(instruction, meta.counter, meta.digest);
    }

    /** A moment some milliseconds of the policy after another [us]. */
    public static long after(long micros, long millis) {
        return micros + Micros.ofMillis(millis);
    }
}
