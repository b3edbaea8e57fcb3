package io.qtrader.app.replay;

import java.io.PrintWriter;
import java.util.Locale;

/** Says how far a long replay is, every few seconds, and how fast it was. */
public final class Progress {

    private static final long EVERY_NS = 2_000_000_000L;
    /** Entries between two looks at the clock. */
    private static final int STRIDE = 1024;

    private final PrintWriter out;
    private final long total;
    private final long began = System.nanoTime();
    private long said = began;
    private long done;

    /**
     * At the beginning.
     *
     * @param out where it is said
     * @param total entries that are to come
     */
    public Progress(PrintWriter out, long total) {
        this.out = out;
        this.total = total;
    }

    /** One more entry is done. */
    public void one() {
        done++;
        if (done % STRIDE == 0 && System.nanoTime() - said > EVERY_NS) {
            said = System.nanoTime();
            out.printf(Locale.ROOT, "%3d %%  %,d of %,d entries, %,d/s%n",
                    total == 0 ? 100 : 100 * done / total, done, total, rate());
            out.flush();
        }
    }

    /** The last line. */
    public String end() {
        return String.format(Locale.ROOT, "%,d entries in %.1f s: %,d entries/s", done,
                seconds(), rate());
    }

    private long rate() {
        return Math.round(done / Math.max(1e-9, seconds()));
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
