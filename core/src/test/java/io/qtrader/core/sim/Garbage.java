package io.qtrader.core.sim;

import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a hostile broker says that is not true, or cannot be. None of it may move a position by one share. */
final class Garbage {
    private final Dice dice;
    private final Truth truth;
    private final Reports reports;
    private final String sym;

    Garbage(Dice dice, Truth truth, Reports reports, String sym) {
        this.dice = dice;
        this.truth = truth;
        this.reports = reports;
        this.sym = sym;
    }

    /** @param known children that qtrader still knows */
    Execution next(Set<Long> known) {
        List<BrokerOrder> orders = new ArrayList<>(truth.orders.values());
        orders.removeIf(o -> !known.contains(o.childid));
        if (orders.isEmpty()) {
            return unknown();
        }
        BrokerOrder o = orders.get(Math.max(0, orders.size() - 1 - dice.below(6)));
        return switch (dice.below(6)) {
            case 0, 1 -> impossible(o);
            case 2 -> contradiction(o);
            case 3 -> reference(o);
            case 4 -> unasked(o);
            default -> unknown();
        };
    }

    /** A claim of trade that cannot be true. */
    private Execution impossible(BrokerOrder o) {
        ExecutionType type = dice.of(ExecutionType.FILL, ExecutionType.FILL, ExecutionType.CORRECT);
        Execution.Builder e = reports.of(type, o, 0).setQty(5).setPrice(100).setRefexecid("E1");
        switch (dice.below(8)) {
            case 0 -> e.setQty(dice.of(0L, -5L, Long.MIN_VALUE, Long.MAX_VALUE, 2_000_000L));
            case 1 -> e.setPrice(dice.of(Double.NaN, Double.POSITIVE_INFINITY));
            case 2 -> e.setBrokerid("");
            case 3 -> e.setBrokerid("nobody");
            case 4 -> e.setExecid("");
            case 5 -> e.setCumqty(dice.of(-1L, Long.MIN_VALUE, Long.MAX_VALUE));
            case 6 -> e.setLeavesqty(dice.of(-1L, Long.MAX_VALUE));
            default -> e.setType(ExecutionType.BUST).setRefexecid(dice.of("", null));
        }
        return e.build();
    }

    /** Another content under an execid that is known. */
    private Execution contradiction(BrokerOrder o) {
        List<Trade> told = truth.trades.stream().filter(t -> t.told).toList();
        if (told.isEmpty()) {
            return impossible(o);
        }
        Trade t = dice.of(told);
        Execution.Builder e = reports.trade(t);
        return (dice.chance(500) ? e.setQty(t.qty + 1) : e.setPrice(t.price + 1)).build();
    }

    /** A bust or correction of something that never was. */
    private Execution reference(BrokerOrder o) {
        return reports.of(dice.of(ExecutionType.BUST, ExecutionType.CORRECT), o, 0)
                .setRefexecid("never" + dice.below(100)).setQty(3).setPrice(100).build();
    }

    /** An answer that nothing asked for. It does not make what is open look less than it is. */
    private Execution unasked(BrokerOrder o) {
        Execution.Builder e = reports.of(dice.of(ExecutionType.NEW, ExecutionType.STATUS,
                ExecutionType.REPLACED, ExecutionType.CANCEL_REJECTED, ExecutionType.REPLACE_REJECTED),
                o, dice.below(3)).setLeavesqty(o.exposure()).setOrdqty(o.size);
        boolean stands = e.getType() == ExecutionType.REPLACED || e.getType() == ExecutionType.STATUS;
        return switch (dice.below(5)) {
            case 0 -> e.setCumqty(o.cum() + 3).build();
            case 1 -> stands ? e.setOrdqty(dice.of(-5L, Long.MIN_VALUE, Long.MAX_VALUE)).build() : e.build();
            case 2 -> stands ? e.setOrdqty(o.size + dice.below(50)).build() : e.build();
            case 3 -> stands ? e.setOrdprice(dice.of(Double.NaN, Double.NEGATIVE_INFINITY)).build() : e.build();
            default -> e.build();
        };
    }

    /** About a child that never was, or no longer is; none claims a trade. */
    private Execution unknown() {
        return reports.blank(dice.of(ExecutionType.NEW, ExecutionType.CANCELED, ExecutionType.STATUS,
                ExecutionType.REJECTED, ExecutionType.REPLACED), "paper", sym, true)
                .setChildid(dice.of(0L, -1L, 12345L, Long.MAX_VALUE)).setSide(dice.of(Side.BUY, Side.SELL))
                .build();
    }
}
