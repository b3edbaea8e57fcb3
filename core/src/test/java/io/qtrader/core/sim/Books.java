package io.qtrader.core.sim;

import io.qtrader.core.child.OpenQuantity;
import io.qtrader.core.state.At;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.State;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.OrderStatus;
import java.util.HashSet;
import java.util.Set;

/** What must hold within the state itself after every entry. */
final class Books {
    private Books() {}

    static void check(State state) {
        Set<At> timers = new HashSet<>();
        int live = 0;
        for (String sym : state.books.keys()) {
            Book book = state.books.get(sym);
            if (book.wakeat != 0) {
                timers.add(new At(book.wakeat, sym));
            }
            live += book.children.size();
            children(state, book);
            excess(state, book, true);
            excess(state, book, false);
        }
        Wrong.differ("timers", new HashSet<>(state.timers.keys()), timers);
        Wrong.differ("index of children", state.children.size(), live + state.closedChildren.size());
    }

    private static void children(State state, Book book) {
        for (ChildRow c : book.children) {
            boolean indexed = state.children.get(c.childid) != null && !state.children.get(c.childid).closed;
            Wrong.unless(indexed, "a live child is not indexed:", c);
            boolean terminal = c.status > OrderStatus.PARTIAL.ordinal();
            Wrong.unless(!terminal || c.done, "a live child in a terminal status:", c);
            Wrong.unless(c.done || c.filled < c.size, "O3 a filled child is live:", c);
            boolean ordered = book.orders.stream().anyMatch(o -> o.orderid == c.orderid)
                    || c.done && state.closedOrders.get(c.orderid) != null;
            Wrong.unless(ordered, "a live child without its order:", c);
            boolean owned = book.parent != null && book.parent.parentid == c.parentid
                    || book.stuck != null && book.stuck.parentid == c.parentid
                    || state.closedParents.get(c.parentid) != null;
            Wrong.unless(owned, "a live child without its parent:", c);
        }
    }

    /** C1's state invariant: what is free to be cancelled, and not being cancelled, is wanted. */
    private static void excess(State state, Book book, boolean buy) {
        long free = 0;
        for (ChildRow c : book.children) {
            boolean busy = c.done || c.toolate || c.doubted || c.inflight != Inflight.NONE.ordinal()
                    || c.holduntil > state.meta().clock;
            free += c.buy == buy && !busy ? OpenQuantity.planned(c) : 0;
        }
        long wanted = Math.max(0, buy ? book.reqqty : -book.reqqty);
        Wrong.unless(free <= wanted, "C1 excess that nobody cancels: " + (buy ? "BUY" : "SELL"), free,
                "wanted", wanted, book);
    }
}
