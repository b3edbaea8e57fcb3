package io.qtrader.core.control;

import io.qtrader.schemas.Algo;
import io.qtrader.schemas.AlgoPolicy;
import io.qtrader.schemas.Instrument;
import io.qtrader.schemas.Policy;
import java.util.List;

/** Judges a policy before it is put in force. */
public final class Policies {
    /** The newest behaviour of the rules that this build knows. */
    public static final int RULES_VERSION = 1;

    private static final long MAX_QTY = 1_000_000_000L;
    private static final long MAX_MILLIS = 7L * 24 * 3_600_000;

    private Policies() {}

    /** What is wrong with a policy: the key and the fault; null where nothing is. */
    public static String fault(Policy p) {
        if (p.getRulesversion() != RULES_VERSION) {
            return "rulesversion=" + p.getRulesversion() + ", known=" + RULES_VERSION;
        }
        String fault = algos(p.getAlgos());
        fault = fault != null ? fault : fault(p.getInstrument());
        fault = fault != null ? fault : p.getRoute().getBrokerid().isEmpty() ? "route.brokerid is empty" : null;
        fault = fault != null ? fault : waits(p);
        fault = fault != null ? fault : count("rebaseentries", p.getRebaseentries());
        fault = fault != null ? fault : count("disagreements", p.getDisagreements());
        if (fault == null && p.getRetries() < 0) {
            fault = "retries=" + p.getRetries() + ", min=0";
        }
        if (fault == null && (p.getMaxqty() < 1 || p.getMaxqty() > MAX_QTY)) {
            fault = "maxqty=" + p.getMaxqty() + ", min=1, max=" + MAX_QTY;
        }
        return fault;
    }

    /** What is wrong with an instrument; null where nothing is. */
    public static String fault(Instrument i) {
        if (i.getLot() < 1 || i.getLot() > MAX_QTY) {
            return "instrument.lot=" + i.getLot() + ", min=1, max=" + MAX_QTY;
        }
        boolean sane = i.getTick() > 0 && Double.isFinite(i.getTick());
        return sane ? null : "instrument.tick=" + i.getTick() + ", must be above 0";
    }

    private static String algos(List<AlgoPolicy> rows) {
        double last = -1;
        for (AlgoPolicy row : rows) {
            if (!(row.getMaxurgency() > last && row.getMaxurgency() <= 1)) {
                return "algos.maxurgency=" + row.getMaxurgency() + ", must ascend to 1";
            }
            boolean twap = row.getAlgo() == Algo.TWAP;
            if (row.getSlices() < 1 || row.getHorizonms() < (twap ? row.getSlices() : 0)
                    || row.getHorizonms() > MAX_MILLIS) {
                return "algos: maxurgency=" + row.getMaxurgency() + ", slices=" + row.getSlices()
                        + ", horizonms=" + row.getHorizonms() + ", a slice takes at least 1 ms, a horizon at most "
                        + MAX_MILLIS + " ms";
            }
            last = row.getMaxurgency();
        }
        return last == 1 ? null : "algos: the last maxurgency=" + last + ", must be 1";
    }

    private static String waits(Policy p) {
        String fault = millis("acktimeoutms", p.getAcktimeoutms());
        fault = fault != null ? fault : millis("explainms", p.getExplainms());
        fault = fault != null ? fault : millis("jumpms", p.getJumpms());
        fault = fault != null ? fault : millis("quotefreshms", p.getQuotefreshms());
        fault = fault != null ? fault : millis("futurems", p.getFuturems());
        fault = fault != null ? fault : millis("repricems", p.getRepricems());
        fault = fault != null ? fault : millis("retryms", p.getRetryms());
        fault = fault != null ? fault : millis("restms", p.getRestms());
        fault = fault != null ? fault : millis("keepclosedms", p.getKeepclosedms());
        if (fault == null && p.getUnknowntimeoutms() <= p.getAcktimeoutms()) {
            fault = "unknowntimeoutms=" + p.getUnknowntimeoutms()
                    + ", must be above acktimeoutms=" + p.getAcktimeoutms();
        }
        return fault != null ? fault : millis("unknowntimeoutms", p.getUnknowntimeoutms());
    }

    private static String millis(String key, long value) {
        return value >= 1 && value <= MAX_MILLIS ? null : key + "=" + value + ", min=1, max=" + MAX_MILLIS;
    }

    private static String count(String key, int value) {
        return value >= 1 ? null : key + "=" + value + ", min=1";
    }
}
