package io.qtrader.paper.adapter;

import java.util.function.LongSupplier;
import org.slf4j.Logger;

/** Tells of something that does not work: once, then every ten seconds, and when it works again. */
final class Outage {

    private static final long AGAIN_MS = 10_000;

    private final Logger log;
    private final String what;
    private final LongSupplier clockMs;
    private boolean out;
    private long said;

    Outage(Logger log, String what, LongSupplier clockMs) {
        this.log = log;
        this.what = what;
        this.clockMs = clockMs;
    }

    synchronized void failed(Exception why) {
        long now = clockMs.getAsLong();
        if (!out || now - said >= AGAIN_MS) {
            log.warn("{}: {}; trying again", what, oneLine(why));
            out = true;
            said = now;
        }
    }

    synchronized void works() {
        if (out) {
            log.warn("{}: works again", what);
            out = false;
        }
    }

    private static String oneLine(Exception why) {
        return why.getMessage() == null ? why.toString() : why.getMessage();
    }
}
