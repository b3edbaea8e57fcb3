package io.qtrader.app.watch;

import io.qtrader.client.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which a person should read records: by time; what came in before what followed from
 * it; and what one journal entry made as the seed tells it. An intent goes down the layers (seed
 * sections 1 to 5), a fill comes up them (seed section 6).
 */
public final class ReadingOrder {

    private static final Map<Topic, Integer> DOWN = ranks(Topic.TARGETS, Topic.REQUIREMENTS,
            Topic.NET_POSITIONS, Topic.STRATEGY_POSITIONS, Topic.PARENT_ORDERS, Topic.EXEC_STATES,
            Topic.ORDERS, Topic.CHILD_ORDER_STATE, Topic.CHILD_ORDERS, Topic.FILLS);
    private static final Map<Topic, Integer> UP = ranks(Topic.FILLS, Topic.CHILD_ORDER_STATE,
            Topic.ORDERS, Topic.PARENT_ORDERS, Topic.NET_POSITIONS, Topic.STRATEGY_POSITIONS,
            Topic.TARGETS, Topic.REQUIREMENTS, Topic.EXEC_STATES, Topic.CHILD_ORDERS);

    private record Entry(int partition, long offset) {
    }

    private ReadingOrder() {
    }

    /** The records of a batch in that order. */
    public static List<Seen> of(List<Seen> batch) {
        Set<Entry> filled = new HashSet<>();
        for (Seen seen : batch) {
            if (seen.topic() == Topic.FILLS && seen.seq().isPresent()) {
                filled.add(entry(seen));
            }
        }
        List<Seen> ordered = new ArrayList<>(batch);
        ordered.sort(Comparator.comparing(Seen::time)
                .thenComparing(seen -> seen.seq().isPresent())
                .thenComparing(Seen::partition)
                .thenComparing(seen -> seen.seq().map(seq -> seq.offset()).orElse(0L))
                .thenComparing(seen -> rank(seen, filled))
                .thenComparing(seen -> seen.seq().map(seq -> seq.index()).orElse(0))
                .thenComparing(Seen::offset));
        return ordered;
    }

    private static int rank(Seen seen, Set<Entry> filled) {
        boolean up = seen.seq().isPresent() && filled.contains(entry(seen));
        return (up ? UP : DOWN).getOrDefault(seen.topic(), Integer.MAX_VALUE);
    }

    private static Entry entry(Seen seen) {
        return new Entry(seen.partition(), seen.seq().orElseThrow().offset());
    }

    private static Map<Topic, Integer> ranks(Topic... order) {
        Map<Topic, Integer> ranks = new EnumMap<>(Topic.class);
        for (Topic topic : order) {
            ranks.put(topic, ranks.size());
        }
        return ranks;
    }
}
