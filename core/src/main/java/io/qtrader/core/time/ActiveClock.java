package io.qtrader.core.time;

import io.qtrader.core.state.Meta;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.Policy;

/**
 * Moves the active clock by what an entry's time exceeds the highest seen, at most J an entry. So
 * neither a restart nor a wrong clock expires deadlines, and the skew of two sequencers does not
 * stop time.
 */
public final class ActiveClock {
    private ActiveClock() {}

    /** Lets the step's entry move the clock; the first entry ever sets it. */
    public static void advance(Step step) {
        Meta meta = step.meta();
        long now = step.now();
        Policy policy = step.policy();
        if (meta.highest == 0 || policy == null) {
            meta.clock = now;
            meta.highest = now;
            return;
        }
        long jump = Micros.ofMillis(policy.getJumpms());
        long ahead = now - meta.highest;
        if (ahead > 0) {
            forward(step, meta, ahead, jump);
        } else if (-ahead > jump) {
            behind(step, meta, ahead, policy);
        } else {
            meta.behind = 0;
        }
    }

    private static void forward(Step step, Meta meta, long ahead, long jump) {
        meta.clock += Math.min(ahead, jump);
        meta.highest = step.now();
        meta.behind = 0;
        if (ahead > jump) {
            jumped(step, meta, ahead);
        }
    }

    /** Time went back and stays back: after K entries in a row the lower time is the base. */
    private static void behind(Step step, Meta meta, long ahead, Policy policy) {
        meta.behind++;
        if (meta.behind >= policy.getRebaseentries()) {
            meta.highest = step.now();
            meta.behind = 0;
            jumped(step, meta, ahead);
        }
    }

    private static void jumped(Step step, Meta meta, long by) {
        meta.epoch++;
        step.breach(BreachCode.CLOCK_JUMP, Subject.NONE,
                "ms=" + by / 1000 + ", limit=" + step.policy().getJumpms());
    }
}
