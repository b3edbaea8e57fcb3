package io.qtrader.core.sim;

import io.qtrader.schemas.Algo;
import io.qtrader.schemas.AlgoPolicy;
import io.qtrader.schemas.Instrument;
import io.qtrader.schemas.Policy;
import io.qtrader.schemas.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a seed draws before anything happens.
 *
 * @param syms symbols
 * @param strats strategies
 * @param instruments symbols that have an instrument of their own
 * @param routes symbols that have a route of their own
 * @param policy the first policy
 * @param temper how the broker behaves
 * @param partition the journal partition
 * @param entries how many turns the desk takes before the end
 */
record Setting(List<String> syms, List<String> strats, Map<String, Instrument> instruments,
        Map<String, Route> routes, Policy policy, Temper temper, int partition, int entries) {

    static final int PARTITIONS = 4;
    /** Shorter than a run: what is over leaves the state within it. */
    private static final long SHORT_MEMORY = 90_000;
    private static final long LONG_MEMORY = 7 * 86_400_000L;

    static Setting draw(Dice dice, boolean hostile) {
        List<String> syms = List.of("AAPL", "IBM", "7203").subList(0, 1 + dice.below(3));
        List<String> strats = List.of("s1", "s2", "s3").subList(0, 1 + dice.below(3));
        Map<String, Instrument> instruments = new TreeMap<>();
        Map<String, Route> routes = new TreeMap<>();
        for (String sym : syms) {
            if (dice.chance(400)) {
                instruments.put(sym, new Instrument(dice.of(1L, 10L, 100L), dice.of(0.01, 0.05, 0.5)));
            }
            if (dice.chance(400)) {
                routes.put(sym, new Route(dice.of("paper", "other"), "V", dice.chance(500)));
            }
        }
        boolean forgets = dice.chance(250);
        Temper temper = Temper.draw(dice, hostile);
        return new Setting(syms, strats, instruments, routes,
                policy(dice, forgets ? SHORT_MEMORY : LONG_MEMORY),
                forgets ? temper.prompt() : temper, dice.below(PARTITIONS), 150 + dice.below(350));
    }

    private static Policy policy(Dice dice, long keepclosedms) {
        List<AlgoPolicy> algos = new ArrayList<>();
        algos.add(new AlgoPolicy(0.4, Algo.TWAP, 20_000L, 4));
        algos.add(new AlgoPolicy(0.8, Algo.TWAP, 6_000L, 3));
        algos.add(new AlgoPolicy(1.0, Algo.IMMEDIATE, 0L, 1));
        long t1 = dice.of(500L, 1_500L);
        return Policy.newBuilder().setRulesversion(1).setAlgos(algos)
                .setInstrument(new Instrument(dice.of(1L, 1L, 10L), 0.01))
                .setRoute(new Route("paper", "", dice.chance(700)))
                .setAcktimeoutms(t1).setUnknowntimeoutms(t1 + dice.of(1L, 1_000L, 4_000L))
                .setExplainms(dice.of(500L, 3_000L)).setJumpms(5_000).setRebaseentries(5)
                .setQuotefreshms(dice.of(2_000L, 8_000L)).setFuturems(2_000)
                .setRepricems(dice.of(200L, 1_000L)).setRetryms(dice.of(100L, 700L))
                .setRetries(dice.below(4)).setRestms(dice.of(300L, 2_000L)).setDisagreements(3)
                .setKeepclosedms(keepclosedms).setMaxqty(1_000_000).build();
    }

    long lot(String sym) {
        Instrument own = instruments.get(sym);
        return own != null ? own.getLot() : policy.getInstrument().getLot();
    }
}
