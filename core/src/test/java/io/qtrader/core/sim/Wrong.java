package io.qtrader.core.sim;

/** An invariant does not hold. */
final class Wrong extends AssertionError {
    private static final long serialVersionUID = 1L;

    Wrong(String what) {
        super(what);
    }

    static void unless(boolean holds, String rule, Object... about) {
        if (!holds) {
            StringBuilder text = new StringBuilder(rule);
            for (Object o : about) {
                text.append(' ').append(o);
            }
            throw new Wrong(text.toString());
        }
    }

    static void differ(String rule, Object found, Object expected) {
        if (!found.equals(expected)) {
            throw new Wrong(rule + ": found " + found + ", expected " + expected);
        }
    }
}
