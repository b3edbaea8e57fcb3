package io.qtrader.core.position;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.State;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.StrategyRow;
import io.qtrader.schemas.StrategyShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Shares a fill out to the strategies of its symbol (S4). */
public final class Shares {
    /** Who owns what no strategy wants. */
    public static final String HOUSE = "_house";

    private Shares() {}

    /** A strategy that wants some of a fill; quantities without sign. */
    static final class Want {
        final String strat;
        final StrategyRow row;
        final long wanted;
        long part;
        long remainder;

        Want(String strat, StrategyRow row, long wanted) {
            this.strat = strat;
            this.row = row;
            this.wanted = wanted;
        }
    }

    /**
     * Shares a movement of the position out by what each strategy still wants in its direction.
     *
     * @param moved the movement [shares], signed
     * @return who got what, signed, summing to {@code moved}, in the order of the names
     */
    public static List<StrategyShare> share(Step step, String sym, long moved) {
        int sign = moved > 0 ? 1 : -1;
        List<Want> wants = wants(step, sym, sign);
        long total = 0;
        for (Want want : wants) {
            total += want.wanted;
        }
        long qty = Math.abs(moved);
        long given = apportion(wants, Math.min(qty, total), total);
        List<StrategyShare> shares = new ArrayList<>();
        for (Want want : wants) {
            if (want.part != 0) {
                shares.add(give(step, sym, want.strat, sign * want.part));
            }
        }
        if (given < qty) {
            shares.add(give(step, sym, HOUSE, sign * (qty - given)));
        }
        return shares;
    }

    /** Moves a strategy's position and says so. */
    public static StrategyShare give(Step step, String sym, String strat, long moved) {
        Book book = step.state().book(sym);
        StrategyRow row = step.state().strategy(sym, strat);
        Strategies.change(step, book, strat, row, () -> row.position += moved);
        return new StrategyShare(strat, moved);
    }

    /** Takes back what {@link #share} gave. */
    public static List<StrategyShare> reverse(Step step, String sym, List<StrategyShare> shares) {
        List<StrategyShare> back = new ArrayList<>();
        for (StrategyShare share : shares) {
            back.add(give(step, sym, share.getStrat(), -share.getQty()));
        }
        return back;
    }

    static List<Want> wants(Step step, String sym, int sign) {
        List<Want> wants = new ArrayList<>();
        for (Map.Entry<String, StrategyRow> e : step.state().strategiesOf(sym).entrySet()) {
            String strat = State.strategyOf(sym, e.getKey());
            long wanted = sign * (e.getValue().tgtpos - e.getValue().position);
            if (e.getValue().spoken && wanted > 0) {
                wants.add(new Want(strat, e.getValue(), wanted));
            }
        }
        return wants;
    }

    /** part = floor(qty x wanted / total), the rest one share each by largest remainder, then name. */
    static long apportion(List<Want> wants, long qty, long total) {
        if (qty == 0) {
            return 0;
        }
        long left = qty;
        for (Want want : wants) {
            want.part = Math.multiplyExact(qty, want.wanted) / total;
            want.remainder = qty * want.wanted % total;
            left -= want.part;
        }
        List<Want> byRemainder = new ArrayList<>(wants);
        byRemainder.sort(Comparator.comparingLong((Want w) -> -w.remainder));
        for (int i = 0; i < left; i++) {
            byRemainder.get(i).part++;
        }
        return qty;
    }
}
