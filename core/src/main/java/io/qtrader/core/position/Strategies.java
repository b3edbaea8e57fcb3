package io.qtrader.core.position;

import io.qtrader.core.risk.Gate;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.State;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.StrategyRow;
import java.util.ArrayList;
import java.util.List;

/** Changes what a strategy wants or has, and keeps its symbol's sums in step (N2, S4). */
public final class Strategies {
    private Strategies() {}

    /** Makes a change to a strategy's row; the sums of the book, the table and the output follow. */
    public static void change(Step step, Book book, String strat, StrategyRow row, Runnable change) {
        add(book, row, -1);
        change.run();
        if (row.halted) {
            row.tgtpos = effective(row);
        }
        add(book, row, 1);
        step.state().put(book.sym, strat, row);
        Records.strategy(step, book.sym, strat, row);
    }

    /** N2: the sums of a symbol over the strategies that have spoken. */
    private static void add(Book book, StrategyRow row, int sign) {
        if (!row.spoken) {
            return;
        }
        long wants = row.tgtpos - row.position;
        book.strategies += sign;
        book.sumtgt += sign * row.tgtpos;
        book.sumweight += sign * row.weight;
        book.sumweighted += sign * row.weight * row.urgency;
        book.sumurgency += sign * row.urgency;
        book.wantbuy += sign * Math.max(0, wants);
        book.wantsell += sign * Math.max(0, -wants);
    }

    /** R2: what counts of a strategy's target. While it is halted, only what brings it nearer to 0. */
    public static long effective(StrategyRow row) {
        if (!row.halted) {
            return row.asked;
        }
        long low = Math.min(0, row.position);
        long high = Math.max(0, row.position);
        return Math.max(low, Math.min(high, row.asked));
    }

    /** Whether a HALT by this strategy's name stands, everywhere or in this symbol. */
    public static boolean halted(Step step, String sym, String strat) {
        State state = step.state();
        return state.halts.get(Gate.strategy(null, strat)) != null
                || state.halts.get(Gate.strategy(sym, strat)) != null;
    }

    /** After a HALT or RESUME by strategy: lets it count anew in a symbol. Whether it is there. */
    public static boolean recount(Step step, String sym, String strat) {
        if (step.state().strategies.get(State.strategyKey(sym, strat)) == null) {
            return false;
        }
        StrategyRow row = step.state().strategy(sym, strat);
        boolean halted = halted(step, sym, strat);
        change(step, step.state().book(sym), strat, row, () -> {
            row.halted = halted;
            row.tgtpos = effective(row);
        });
        return true;
    }

    /** The strategies that hold something of a symbol, in the order of their names. */
    public static List<String> holders(Step step, String sym) {
        List<String> holders = new ArrayList<>();
        step.state().strategiesOf(sym).forEach((key, row) -> {
            if (row.position != 0) {
                holders.add(State.strategyOf(sym, key));
            }
        });
        return holders;
    }
}
