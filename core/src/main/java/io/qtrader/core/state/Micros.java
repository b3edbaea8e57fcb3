package io.qtrader.core.state;

import java.time.Instant;

/** Times as the state keeps them: microseconds since 1970, UTC. */
public final class Micros {
    private static final long PER_SECOND = 1_000_000;
    private static final long PER_MILLI = 1_000;

    private Micros() {}

    /** The moment as microseconds since 1970; exact for every value that Avro can carry. */
    public static long of(Instant time) {
        long seconds = time.getEpochSecond();
        long micros = time.getNano() / PER_MILLI;
        // Below zero the nanoseconds count forward: borrow one second, or the product overflows.
        return seconds < 0
                ? Math.addExact(Math.multiplyExact(seconds + 1, PER_SECOND), micros - PER_SECOND)
                : Math.addExact(Math.multiplyExact(seconds, PER_SECOND), micros);
    }

    /** The moment that many microseconds after 1970. */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND),
                Math.floorMod(micros, PER_SECOND) * PER_MILLI);
    }

    /** Milliseconds, as the policy has them, in microseconds. */
    public static long ofMillis(long millis) {
        return Math.multiplyExact(millis, PER_MILLI);
    }
}
