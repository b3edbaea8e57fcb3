package io.qtrader.paper.exchange;

/**
 * How the exchange treats orders that no script speaks of.
 *
 * @param seed decides, with the requests and their times, everything that looks like chance
 * @param latencyMinMs shortest time from a request to its answer [ms]
 * @param latencyMaxMs longest [ms]
 * @param stepMs how often an open order is held against the market [ms]
 * @param passiveRate chance that a step fills a part of an order resting inside the spread [0 to 1]
 * @param touchRate the same for an order resting at the near side
 * @param partMin smallest part that a fill takes [fraction of the order's size]
 * @param partMax largest part
 * @param lot fills come in multiples of this, but for an order's last [shares]
 * @param rejectRate chance that a new order is rejected [0 to 1]
 * @param transientRejects whether those rejects say that a later try may succeed
 */
public record VenueSettings(
        long seed,
        long latencyMinMs,
        long latencyMaxMs,
        long stepMs,
        double passiveRate,
        double touchRate,
        double partMin,
        double partMax,
        long lot,
        double rejectRate,
        boolean transientRejects) {

    /** A quick venue that fills in parts and refuses nothing. */
    public static final VenueSettings DEFAULT =
            new VenueSettings(1, 2, 12, 100, 0.05, 0.01, 0.2, 0.6, 1, 0, true);

    /** Refuses what makes no sense, in one line. */
    public VenueSettings {
        check(latencyMinMs >= 0 && latencyMaxMs >= latencyMinMs, "latency",
                latencyMinMs + "-" + latencyMaxMs, "two times of 0 or more, the shorter first");
        check(stepMs >= 1, "step", stepMs, "1 ms or more");
        check(isFraction(passiveRate), "passive rate", passiveRate, "0 to 1");
        check(isFraction(touchRate), "touch rate", touchRate, "0 to 1");
        check(isFraction(partMin) && isFraction(partMax) && partMax >= partMin && partMax > 0,
                "part", partMin + "-" + partMax, "two fractions of 0 to 1, the smaller first");
        check(lot >= 1, "lot", lot, "1 or more");
        check(isFraction(rejectRate), "reject rate", rejectRate, "0 to 1");
    }

    /** The same with another seed. */
    public VenueSettings withSeed(long value) {
        return new VenueSettings(value, latencyMinMs, latencyMaxMs, stepMs, passiveRate, touchRate,
                partMin, partMax, lot, rejectRate, transientRejects);
    }

    /** The same with another latency [ms]. */
    public VenueSettings withLatencyMs(long min, long max) {
        return new VenueSettings(seed, min, max, stepMs, passiveRate, touchRate,
                partMin, partMax, lot, rejectRate, transientRejects);
    }

    /** The same with another step [ms]. */
    public VenueSettings withStepMs(long value) {
        return new VenueSettings(seed, latencyMinMs, latencyMaxMs, value, passiveRate, touchRate,
                partMin, partMax, lot, rejectRate, transientRejects);
    }

    /** The same with other chances of a passive fill in a step. */
    public VenueSettings withPassive(double inside, double touch) {
        return new VenueSettings(seed, latencyMinMs, latencyMaxMs, stepMs, inside, touch,
                partMin, partMax, lot, rejectRate, transientRejects);
    }

    /** The same with other bounds of a part. */
    public VenueSettings withParts(double min, double max, long wholeLot) {
        return new VenueSettings(seed, latencyMinMs, latencyMaxMs, stepMs, passiveRate, touchRate,
                min, max, wholeLot, rejectRate, transientRejects);
    }

    /** The same with another chance of rejects. */
    public VenueSettings withRejects(double rate, boolean mayPass) {
        return new VenueSettings(seed, latencyMinMs, latencyMaxMs, stepMs, passiveRate, touchRate,
                partMin, partMax, lot, rate, mayPass);
    }

    private static boolean isFraction(double value) {
        return value >= 0 && value <= 1;
    }

    private static void check(boolean good, String what, Object found, String expected) {
        if (!good) {
            throw new IllegalArgumentException(
                    "paper exchange: " + what + " is " + found + ", expected " + expected);
        }
    }
}
