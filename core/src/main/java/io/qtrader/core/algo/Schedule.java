package io.qtrader.core.algo;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.Algo;
import io.qtrader.schemas.AlgoPolicy;
import io.qtrader.schemas.Policy;

/** The schedule of a parent order (P6). */
public final class Schedule {
    private Schedule() {}

    /** Gives a new parent its algorithm and deadline, by the urgency of the requirement. */
    public static void begin(Step step, ParentRow p, long urgency) {
        AlgoPolicy row = row(step.policy(), urgency);
        p.urgency = urgency;
        p.algo = row.getAlgo().ordinal();
        p.start = step.clock();
        pace(p, row);
        p.deadline = p.start + p.horizon;
        p.nextslice = p.algo == Algo.TWAP.ordinal() ? p.start : 0;
    }

    private static void pace(ParentRow p, AlgoPolicy row) {
        p.horizon = Micros.ofMillis(row.getHorizonms());
        p.interval = Math.max(1, p.horizon / row.getSlices());
    }

    /** A rise in urgency: nearer deadline, more urgent algorithm, never back. Whether anything changed. */
    public static boolean hasten(Step step, ParentRow p, long urgency) {
        if (urgency <= p.urgency) {
            return false;
        }
        p.urgency = urgency;
        AlgoPolicy row = row(step.policy(), urgency);
        if (p.algo == Algo.IMMEDIATE.ordinal()) {
            return true;
        }
        p.algo = row.getAlgo().ordinal();
        // The new horizon counts from now: what has waited already is no reason to cross it all.
        long deadline = step.clock() + Micros.ofMillis(row.getHorizonms());
        if (deadline < p.deadline) {
            pace(p, row);
            p.start = step.clock();
            p.deadline = deadline;
            p.nextslice = Math.min(p.nextslice, step.clock() + p.interval);
        }
        return true;
    }

    /** Growth from {@code before} to tgtqty: deadline += horizon x growth / tgtqty, at most to start + 2 horizons. */
    public static void extend(ParentRow p, long before) {
        if (p.algo == Algo.IMMEDIATE.ordinal()) {
            return;
        }
        long share = (long) ((double) p.horizon * (p.tgtqty - before) / p.tgtqty);
        p.deadline = Math.max(p.deadline, Math.min(p.deadline + share, p.start + 2 * p.horizon));
    }

    /**
     * Lets go what is due by now.
     *
     * <p>At each slice, released += roundUpToLot((tgtqty - released) / slices left), and what was
     * released before it crosses the spread from then on.
     */
    public static void advance(Step step, Book book, ParentRow p) {
        long released = p.released;
        long crossing = p.crossing;
        boolean stands = book.haltedat != 0;
        boolean all = p.algo == Algo.IMMEDIATE.ordinal() || step.clock() >= p.deadline;
        if (all && !stands) {
            p.released = p.tgtqty;
            p.crossing = p.tgtqty;
            p.nextslice = 0;
        } else if (!stands) {
            slices(step, book, p);
        }
        p.released = Math.max(Math.min(p.released, p.tgtqty), p.filled);
        p.crossing = Math.max(Math.min(p.crossing, p.released), p.filled);
        if (released != p.released || crossing != p.crossing) {
            Records.schedule(step, p);
        }
    }

    private static void slices(Step step, Book book, ParentRow p) {
        if (p.nextslice == 0) {
            p.nextslice = step.clock();
        }
        long lot = Lots.lot(step, book);
        while (p.nextslice <= step.clock() && p.nextslice < p.deadline) {
            p.crossing = p.released;
            long left = Math.max(1, (p.deadline - p.nextslice + p.interval / 2) / p.interval);
            long rest = p.tgtqty - p.released;
            p.released += Math.min(rest, Lots.up((rest + left - 1) / left, lot));
            p.nextslice += p.interval;
        }
    }

    /** The next moment at which the schedule changes [us, active clock]; Long.MAX_VALUE for none. */
    public static long next(Step step, ParentRow p) {
        if (p.crossing >= p.tgtqty || p.nextslice == 0) {
            return Long.MAX_VALUE;
        }
        return Math.min(p.nextslice, p.deadline);
    }

    private static AlgoPolicy row(Policy policy, long urgency) {
        for (AlgoPolicy row : policy.getAlgos()) {
            if (urgency <= Math.round(row.getMaxurgency() * Records.MICRO)) {
                return row;
            }
        }
        throw new IllegalStateException("no algorithm for urgency " + urgency / Records.MICRO
                + ": the policy's last maxurgency must be 1");
    }
}
