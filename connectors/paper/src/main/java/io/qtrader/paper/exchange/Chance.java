package io.qtrader.paper.exchange;

import java.util.SplittableRandom;

/**
 * What looks like chance: each draw depends on the seed, the order's number, what it is for and how
 * many such draws went before, never on what other orders do or on how often anyone looked.
 */
record Chance(long seed) {

    /** What a draw is for. */
    enum Of { LATENCY, REJECT, PASSIVE, PART }

    /** From 0, included, to 1, excluded. */
    double draw(long order, Of what, long index) {
        long mixed = seed;
        mixed = mixed * 0x9E3779B97F4A7C15L + order;
        mixed = mixed * 0x9E3779B97F4A7C15L + what.ordinal();
        mixed = mixed * 0x9E3779B97F4A7C15L + index;
        // The generator's own mixing separates neighbouring seeds.
        return new SplittableRandom(mixed).nextDouble();
    }
}
