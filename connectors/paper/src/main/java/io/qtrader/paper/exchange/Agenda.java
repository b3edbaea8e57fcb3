package io.qtrader.paper.exchange;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** What is to happen when, in microseconds; of two at the same time, the one noted first. */
final class Agenda {

    /** Something to do; it is told the time that it was noted for. */
    interface Action {
        void at(long time);
    }

    private record Item(long due, long number, Action action) {}

    private final PriorityQueue<Item> items =
            new PriorityQueue<>(
                    Comparator.comparingLong(Item::due).thenComparingLong(Item::number));
    private long noted;

    void add(long due, Action action) {
        items.add(new Item(due, noted++, action));
    }

    OptionalLong next() {
        return items.isEmpty() ? OptionalLong.empty() : OptionalLong.of(items.peek().due());
    }

    /** Does what is due by {@code now}, and what that in turn makes due. */
    void runUntil(long now) {
        while (!items.isEmpty() && items.peek().due() <= now) {
            Item item = items.poll();
            item.action().at(item.due());
        }
    }
}
