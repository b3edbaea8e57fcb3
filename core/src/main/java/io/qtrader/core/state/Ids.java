package io.qtrader.core.state;

/** Ids of parents, orders, children, breaches and rejects: journal partition x 10^12 + n, n from 1. */
public final class Ids {
    /** How many ids of a kind a journal partition has. */
    public static final long SPAN = 1_000_000_000_000L;

    private Ids() {}

    /**
     * The id of the {@code n}-th thing of its kind in a journal partition.
     *
     * @throws IllegalStateException when the partition has used up its ids
     */
    public static long of(int partition, long n) {
        if (n < 1 || n >= SPAN) {
            throw new IllegalStateException("id out of range: partition=" + partition + ", n=" + n);
        }
        return partition * SPAN + n;
    }

    /** The journal partition that gave out an id; meaningless for ids below 1. */
    public static long partitionOf(long id) {
        return id / SPAN;
    }
}
