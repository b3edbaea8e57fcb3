package io.qtrader.paper.adapter;

import io.qtrader.paper.adapter.Step.Persist;
import io.qtrader.paper.adapter.Step.Send;
import io.qtrader.paper.wire.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels what is open when qtrader is silent too long. A partition of child-orders is as alive as
 * its last instruction or heartbeat is recent: each is another task of the Oms, and one may be
 * away while the others speak. Thread-safe.
 */
final class DeadMan {

    private static final Logger LOG = LoggerFactory.getLogger(DeadMan.class);

    /** A child id is its journal partition times this, plus a number. */
    private static final long IDS_PER_PARTITION = 1_000_000_000_000L;

    private final long timeoutMs;
    private final Map<Long, Long> heard = new HashMap<>();
    private long since;

    /** {@code timeoutMs} of 0: no such rule. */
    DeadMan(long timeoutMs, long nowMs) {
        this.timeoutMs = timeoutMs;
        this.since = nowMs;
    }

    /** Milliseconds of a clock that nobody sets. */
    static long nowMs() {
        return System.nanoTime() / 1_000_000;
    }

    /** A line is up: silence counts from here, since nobody listened before. */
    synchronized void begin(long nowMs) {
        since = nowMs;
        heard.clear();
    }

    synchronized void heard(long partition, long nowMs) {
        heard.put(partition, nowMs);
    }

    synchronized List<Step> due(AdapterState state, long nowMs) {
        List<Step> steps = new ArrayList<>();
        if (timeoutMs <= 0) {
            return steps;
        }
        Map<Long, Integer> silent = new HashMap<>();
        for (Child child : state.children()) {
            long partition = child.childid / IDS_PER_PARTITION;
            if (!child.done && nowMs - heard.getOrDefault(partition, since) >= timeoutMs) {
                silent.merge(partition, 1, Integer::sum);
                cancel(child, steps);
            }
        }
        silent.forEach((partition, orders) -> {
            LOG.warn("partition {} was silent for {} ms: {} open orders are cancelled",
                    partition, timeoutMs, orders);
            // Should one stay open, it is tried again after as long a silence.
            heard.put(partition, nowMs);
        });
        return steps;
    }

    private static void cancel(Child child, List<Step> steps) {
        String clordid =
                ClOrdId.ofDeadman(child.childid, child.deadmanCancels() + 1).toString();
        Request.Cancel cancel = new Request.Cancel(clordid, child.current.toString());
        steps.add(new Persist(new LogEntry.Intent(cancel, child.sym, child.side)));
        steps.add(new Send(cancel));
        steps.add(new Persist(new LogEntry.Sent(clordid)));
    }
}
