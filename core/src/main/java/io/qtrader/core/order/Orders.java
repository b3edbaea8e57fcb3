package io.qtrader.core.order;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.Ids;
import io.qtrader.core.state.Meta;
import io.qtrader.core.state.OrderRow;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.OrderStatus;
import java.util.Objects;

/** Keeps orders: makes them, and lets their status follow their children. */
public final class Orders {
    private Orders() {}

    /** A new order of a parent, live and without children yet. */
    public static OrderRow open(Step step, Book book, ParentRow p, long size, double price) {
        Meta meta = step.meta();
        meta.orders++;
        OrderRow o = OrderRow.newBuilder()
                .setOrderid(Ids.of(meta.partition, meta.orders)).setParentid(p.parentid)
                .setSym(p.sym).setBuy(p.buy).setPrice(price).setSize(size)
                .setStatus(OrderStatus.NEW.ordinal()).setTsnew(step.now()).build();
        book.orders.add(o);
        Records.changed(step, o);
        return o;
    }

    /** The order of a child, live or closed; null once it has left the state. */
    public static OrderRow of(Step step, Book book, ChildRow c) {
        for (OrderRow o : book.orders) {
            if (o.orderid == c.orderid) {
                return o;
            }
        }
        return step.state().closedOrders.get(c.orderid);
    }

    /** O4: after any change of a child. An order has one child, so status, size and price are its own. */
    public static void refresh(Step step, Book book, ChildRow c) {
        OrderRow o = of(step, book, c);
        if (o == null) {
            return;
        }
        OrderStatus status = c.filled >= c.size ? OrderStatus.FILLED : Records.status(c.status);
        boolean same = o.status == status.ordinal() && o.filled == c.filled && o.size == c.size
                && o.price == c.price && Objects.equals(o.note, c.note);
        if (same) {
            return;
        }
        o.status = status.ordinal();
        o.filled = c.filled;
        o.size = c.size;
        o.price = c.price;
        o.note = c.note;
        Records.changed(step, o);
        keep(step, book, o, status);
    }

    private static void keep(Step step, Book book, OrderRow o, OrderStatus status) {
        if (!OrderStatuses.terminal(status)) {
            // A bust may have brought it back (E3).
            if (book.orders.stream().noneMatch(other -> other == o)) {
                step.state().closedOrders.remove(o.orderid);
                book.orders.add(o);
            }
            return;
        }
        // It leaves the state with its child.
        book.orders.removeIf(other -> other == o);
        step.state().closedOrders.put(o.orderid, o);
    }
}
