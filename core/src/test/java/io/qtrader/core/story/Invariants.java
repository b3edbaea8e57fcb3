package io.qtrader.core.story;

import io.qtrader.core.state.Output;
import io.qtrader.schemas.JournalEntry;
import java.util.List;

/** What must hold after every entry of every story, worked out from entries and outputs alone. */
final class Invariants {
    private final Lifecycles lifecycles;
    private final Conservation conservation;
    private final Exposure exposure;

    Invariants(Tables tables, int partition) {
        this.lifecycles = new Lifecycles(tables, partition);
        this.conservation = new Conservation(tables);
        this.exposure = new Exposure(tables);
    }

    /** Looks at a record while the tables still stand as they did before it. */
    void before(Output output) {
        lifecycles.before(output);
    }

    /** Looks at the tables as an entry leaves them. */
    void check(JournalEntry entry, List<Output> outputs) {
        lifecycles.check();
        conservation.check(entry, outputs);
        exposure.check(outputs);
    }

    static void hold(boolean holds, String rule, Object... facts) {
        if (!holds) {
            StringBuilder text = new StringBuilder("invariant broken: ").append(rule);
            for (Object fact : facts) {
                text.append("\n    ").append(fact);
            }
            throw new IllegalStateException(text.toString());
        }
    }
}
