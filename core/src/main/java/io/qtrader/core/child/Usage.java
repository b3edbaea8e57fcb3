package io.qtrader.core.child;

import io.qtrader.core.state.Step;
import io.qtrader.core.state.UsageRow;

/** Counts what ORDER_RATE and OPEN_CHILDREN limit: by symbol, by broker, and for all (R1). */
public final class Usage {
    /** What ORDER_RATE counts in [us]. */
    public static final long SECOND = 1_000_000;

    private Usage() {}

    /** What has been used of a scope. */
    public static UsageRow row(Step step, String scope) {
        UsageRow row = step.state().usage.get(scope);
        return row != null ? row : new UsageRow(0L, 0L, 0L);
    }

    /** A child was sent. */
    public static void opened(Step step, String sym, String brokerid) {
        open(step, sym, brokerid, 1);
    }

    /** A child has left its book. */
    public static void closed(Step step, String sym, String brokerid) {
        open(step, sym, brokerid, -1);
    }

    private static void open(Step step, String sym, String brokerid, int by) {
        for (String scope : scopes(sym, brokerid)) {
            UsageRow row = row(step, scope);
            row.open += by;
            step.state().usage.put(scope, row);
        }
    }

    /** A NEW or REPLACE was sent. */
    public static void sent(Step step, String sym, String brokerid) {
        for (String scope : scopes(sym, brokerid)) {
            UsageRow row = row(step, scope);
            if (step.clock() - row.second >= SECOND) {
                row.second = step.clock();
                row.sent = 0;
            }
            row.sent++;
            step.state().usage.put(scope, row);
        }
    }

    /** The scopes that an order of a symbol at a broker counts in. */
    public static String[] scopes(String sym, String brokerid) {
        return new String[] {"sym:" + sym, "broker:" + brokerid + "|", ""};
    }
}
