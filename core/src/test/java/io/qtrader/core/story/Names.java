package io.qtrader.core.story;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names parents p1, p2, orders o1, children c1 in the order in which they are first seen. */
final class Names {
    private final Map<String, Long> ids = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final int[] counts = new int[128];

    /** The name of an id of a kind: 'p', 'o' or 'c'. */
    String of(char kind, long id) {
        return names.computeIfAbsent(kind + "#" + id, key -> {
            String name = kind + Integer.toString(++counts[kind]);
            ids.put(name, id);
            return name;
        });
    }

    /** The id that a name stands for, or that a story gives as {@code #id}. */
    long id(String name) {
        if (name.startsWith("#")) {
            return Words.whole(name.substring(1));
        }
        Long id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("there is no " + name + " yet; there are " + ids.keySet());
        }
        return id;
    }

    /** Whether a child of this id has been sent. */
    boolean knowsChild(long id) {
        return names.containsKey("c#" + id);
    }
}
