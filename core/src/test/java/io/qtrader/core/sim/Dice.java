package io.qtrader.core.sim;

import java.util.List;
import java.util.SplittableRandom;

/** Chance by seed: the only chance there is in a simulation. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Whether something happens that has this many chances in a thousand. */
    boolean chance(int perMille) {
        return random.nextInt(1000) < perMille;
    }

    /** A number from {@code low} to {@code high}, both included. */
    long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
