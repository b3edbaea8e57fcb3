package io.qtrader.core.state;

/** What quantities may be. */
public final class Bounds {
    private Bounds() {}

    /** Whether a quantity is larger than allowed on either side; right for Long.MIN_VALUE too. */
    public static boolean beyond(long qty, long max) {
        return qty > max || qty < -max;
    }
}
