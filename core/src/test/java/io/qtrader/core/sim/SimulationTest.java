package io.qtrader.core.sim;

import org.junit.jupiter.api.Test;

/**
 * The machine under random histories. A failure prints its seed and the command that repeats it;
 * {@code -Dqtrader.sim.seeds=N} runs longer, {@code -Dqtrader.sim.seed=S} one seed.
 */
class SimulationTest {
    private static final int SEEDS = 400;

    @Test
    void holdsWithBrokersThatAreOnlySlowForgetfulAndUnlucky() {
        run("holdsWithBrokersThatAreOnlySlowForgetfulAndUnlucky", false);
    }

    @Test
    void holdsWithBrokersThatAlsoSayWhatCannotBeTrue() {
        run("holdsWithBrokersThatAlsoSayWhatCannotBeTrue", true);
    }

    private static void run(String test, boolean hostile) {
        Long one = Long.getLong("qtrader.sim.seed");
        long from = one != null ? one : Long.getLong("qtrader.sim.from", 1);
        long to = one != null ? one : from + Integer.getInteger("qtrader.sim.seeds", SEEDS) - 1;
        for (long seed = from; seed <= to; seed++) {
            Simulation simulation = null;
            try {
                simulation = new Simulation(seed, hostile);
                simulation.run();
            } catch (RuntimeException | AssertionError e) {
                int at = simulation == null ? 0 : simulation.journal.entries.size() - 1;
                throw new AssertionError("seed " + seed + ", journal offset " + at + ": " + e.getMessage()
                        + "\nTo repeat: mvn -q -B -pl core -am test -Dtest=SimulationTest#" + test
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dqtrader.sim.seed=" + seed, e);
            }
        }
    }
}
