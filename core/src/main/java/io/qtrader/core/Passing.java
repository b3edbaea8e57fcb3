package io.qtrader.core;

import io.qtrader.core.child.Instructions;
import io.qtrader.core.state.At;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.ExecutionRow;
import io.qtrader.core.state.Meta;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.State;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.TimerRow;
import io.qtrader.core.state.Waiting;
import io.qtrader.schemas.Tick;
import java.util.Map;
import java.util.TreeSet;

/** What the passing of time does: timers fire, what is long over leaves, the heart beats. */
final class Passing {
    /** Bounds one entry's work; what is left over comes with the next entry. */
    private static final int TIMERS = 1_000;
    /** More leaves with each entry than one entry can close. */
    private static final int EVICTIONS = 8;
    /** Executions that leave with a tick. */
    private static final int EXECUTIONS = 100;
    private static final long HEARTBEAT = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private Passing() {}

    /** Lets time pass up to the active clock; adds the symbols whose timer is due. */
    static void time(Step step, TreeSet<String> symbols) {
        timers(step, symbols);
        evict(step);
        if (step.entry().getEvent() instanceof Tick) {
            evictExecutions(step);
            heartbeat(step);
        }
    }

    private static void timers(Step step, TreeSet<String> symbols) {
        State state = step.state();
        for (int i = 0; i < TIMERS; i++) {
            Map.Entry<At, TimerRow> first = state.timers.first();
            if (first == null || first.getKey().micros() > step.clock()) {
                return;
            }
            String sym = first.getKey().what();
            state.timers.remove(first.getKey());
            state.book(sym).wakeat = 0;
            symbols.add(sym);
        }
    }

    private static void evict(Step step) {
        State state = step.state();
        for (int i = 0; i < EVICTIONS; i++) {
            Map.Entry<At, TimerRow> first = state.evictions.first();
            if (first == null || first.getKey().micros() > step.clock()) {
                return;
            }
            String what = first.getKey().what();
            state.evictions.remove(first.getKey());
            long again = evict(step, what.charAt(0), Long.parseLong(what.substring(1)));
            if (again > step.clock()) {
                state.evictions.put(new At(again, what), new TimerRow());
            }
        }
    }

    /** Lets a closed child or parent leave, or says when to look again [us, active clock]. */
    private static long evict(Step step, char kind, long id) {
        return switch (kind) {
            case 'c' -> evictChild(step, step.state().closedChildren.get(id));
            case 'p' -> evictParent(step, step.state().closedParents.get(id));
            default -> throw new IllegalStateException("eviction of an unknown kind: " + kind + id);
        };
    }

    private static long evictChild(Step step, ChildRow c) {
        // A bust may have revived it: then it leaves with its next end.
        if (c == null || c.closedat + kept(step) > step.clock()) {
            return c == null ? 0 : c.closedat + kept(step);
        }
        State state = step.state();
        state.closedChildren.remove(c.childid);
        state.children.remove(c.childid);
        state.closedOrders.remove(c.orderid);
        return 0;
    }

    private static long evictParent(Step step, ParentRow p) {
        if (p == null || p.closedat + kept(step) > step.clock()) {
            return p == null ? 0 : p.closedat + kept(step);
        }
        for (ChildRow c : step.state().book(p.sym).children) {
            if (c.parentid == p.parentid) {
                return step.clock() + kept(step);
            }
        }
        step.state().closedParents.remove(p.parentid);
        return 0;
    }

    private static long kept(Step step) {
        return Micros.ofMillis(step.policy().getKeepclosedms());
    }

    /**
     * Executions are known for a day longer than closed children, by the active clock: neither a wrong
     * clock nor an old trade date makes one forgotten that may come again (E1).
     */
    private static void evictExecutions(Step step) {
        State state = step.state();
        long keep = kept(step) + MICROS_PER_DAY;
        for (int i = 0; i < EXECUTIONS; i++) {
            // Keys begin with the trade date, so the oldest come first.
            Map.Entry<String, ExecutionRow> first = state.executions.first();
            Map.Entry<String, Waiting> waiting = state.waiting.first();
            if (waiting != null && waiting.getValue().at + keep <= step.clock()) {
                state.waiting.remove(waiting.getKey());
            }
            if (first == null || first.getValue().at + keep > step.clock()) {
                return;
            }
            state.executions.remove(first.getKey());
        }
    }

    private static void heartbeat(Step step) {
        Meta meta = step.meta();
        if (meta.clock - meta.heartbeat >= HEARTBEAT) {
            meta.heartbeat = meta.clock;
            Instructions.heartbeat(step);
        }
    }
}
