package io.qtrader.app.policy;

import io.qtrader.schemas.Algo;
import io.qtrader.schemas.AlgoPolicy;
import io.qtrader.schemas.Instrument;
import io.qtrader.schemas.Policy;
import io.qtrader.schemas.Route;
import java.util.List;

/** The ranges of a policy's numbers, as the docs of the Avro fields state them. */
final class PolicyRanges {

    private PolicyRanges() {
    }

    static void check(Policy policy) {
        atLeast("rulesversion", policy.getRulesversion(), 1);
        algos(policy.getAlgos());
        instrument("instrument", policy.getInstrument());
        route("route", policy.getRoute());
        atLeast("acktimeoutms", policy.getAcktimeoutms(), 1);
        if (policy.getUnknowntimeoutms() <= policy.getAcktimeoutms()) {
            throw new PolicyFault("unknowntimeoutms", "is " + policy.getUnknowntimeoutms()
                    + ": must be more than acktimeoutms, " + policy.getAcktimeoutms());
        }
        atLeast("explainms", policy.getExplainms(), 1);
        atLeast("jumpms", policy.getJumpms(), 1);
        atLeast("rebaseentries", policy.getRebaseentries(), 1);
        atLeast("quotefreshms", policy.getQuotefreshms(), 1);
        atLeast("futurems", policy.getFuturems(), 0);
        atLeast("repricems", policy.getRepricems(), 1);
        atLeast("retryms", policy.getRetryms(), 1);
        atLeast("retries", policy.getRetries(), 0);
        atLeast("restms", policy.getRestms(), 1);
        atLeast("disagreements", policy.getDisagreements(), 1);
        atLeast("keepclosedms", policy.getKeepclosedms(), 0);
        atLeast("maxqty", policy.getMaxqty(), 1);
    }

    static void instrument(String key, Instrument instrument) {
        atLeast(YamlRecords.under(key, "lot"), instrument.getLot(), 1);
        if (instrument.getTick() <= 0) {
            throw new PolicyFault(YamlRecords.under(key, "tick"), "is " + instrument.getTick()
                    + ": must be above 0");
        }
    }

    static void route(String key, Route route) {
        if (route.getBrokerid().isBlank()) {
            throw new PolicyFault(YamlRecords.under(key, "brokerid"), "is empty: name the broker");
        }
    }

    private static void algos(List<AlgoPolicy> algos) {
        if (algos.isEmpty()) {
            throw new PolicyFault("algos", "is empty: must have a row up to maxurgency 1");
        }
        double before = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < algos.size(); row++) {
            String key = "algos[" + row + "]";
            double max = algos.get(row).getMaxurgency();
            if (max < 0 || max > 1 || max <= before) {
                throw new PolicyFault(key + ".maxurgency", "is " + max
                        + ": must ascend from row to row, within 0 to 1");
            }
            before = max;
            horizon(key, algos.get(row));
        }
        if (before != 1) {
            throw new PolicyFault("algos", "ends at maxurgency " + before + ": must end at 1");
        }
    }

    private static void horizon(String key, AlgoPolicy row) {
        if (row.getAlgo() == Algo.IMMEDIATE) {
            if (row.getHorizonms() != 0 || row.getSlices() != 1) {
                throw new PolicyFault(key, "is IMMEDIATE: must have horizonms 0 and slices 1");
            }
            return;
        }
        atLeast(key + ".horizonms", row.getHorizonms(), 1);
        atLeast(key + ".slices", row.getSlices(), 1);
    }

    private static void atLeast(String key, long value, long least) {
        if (value < least) {
            throw new PolicyFault(key, "is " + value + ": must be at least " + least);
        }
    }
}
