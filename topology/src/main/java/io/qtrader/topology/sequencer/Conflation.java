package io.qtrader.topology.sequencer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Thins out quotes: of those that come for a symbol between two releases only the latest goes on.
 * The first after a quiet interval passes at once. Nothing of the market's volume is lost, since
 * quotes state it cumulatively. What is held when the task ends is lost: it is as old as one
 * interval, and the next quote says it all again.
 *
 * @param <Q> a quote with whatever belongs to it
 */
final class Conflation<Q> {
    private final boolean on;

    /** Symbols that spoke since the last release but one, and what of theirs is held, or null. */
    private final Map<String, Q> held = new LinkedHashMap<>();

    /** @param on whether anything is held at all */
    Conflation(boolean on) {
        this.on = on;
    }

    /** Takes a quote; true when it is to go on at once, false when it is held. */
    boolean passes(String sym, Q quote) {
        if (!on) {
            return true;
        }
        if (held.containsKey(sym)) {
            held.put(sym, quote);
            return false;
        }
        held.put(sym, null);
        return true;
    }

    /** Gives out what is held, in the order in which the symbols began to speak. */
    List<Q> release() {
        List<Q> released = new ArrayList<>();
        Iterator<Map.Entry<String, Q>> symbols = held.entrySet().iterator();
        while (symbols.hasNext()) {
            Map.Entry<String, Q> symbol = symbols.next();
            if (symbol.getValue() == null) {
                symbols.remove();
            } else {
                released.add(symbol.getValue());
                symbol.setValue(null);
            }
        }
        return released;
    }
}
