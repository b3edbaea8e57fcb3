package io.qtrader.core.sim;

import io.qtrader.core.state.Micros;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.StatementType;
import io.qtrader.schemas.StrategyShare;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Strategies, market, back office and operators, by seed. */
final class Desk {
    private static final double MID = 100;

    private final Dice dice;
    private final Setting setting;
    private final Journal journal;
    private final Truth truth;
    private final Map<String, Double> mids = new HashMap<>();

    Desk(Dice dice, Setting setting, Journal journal, Truth truth) {
        this.dice = dice;
        this.setting = setting;
        this.journal = journal;
        this.truth = truth;
    }

    Intent intent() {
        String sym = dice.of(setting.syms());
        long lot = setting.lot(sym);
        long tgt = dice.of(0L, 1L, -1L, 2L, 3L, 5L, -4L, 10L) * lot * dice.of(1L, 10L, 50L)
                + (dice.chance(100) ? dice.between(-20, 20) : 0);
        double urgency = dice.of(0.0, 0.3, 0.6, 0.8, 0.9, 1.0, 1.0);
        long time = journal.now - dice.below(50_000);
        if (dice.chance(60)) {
            tgt = dice.of(Long.MAX_VALUE, Long.MIN_VALUE, 2_000_000L, 900_000L);
        }
        if (dice.chance(30)) {
            urgency = dice.of(Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY);
        }
        if (dice.chance(50)) {
            time = dice.of(journal.now - 5_000_000, journal.now + 60_000_000, -1L, Long.MAX_VALUE);
        }
        String strat = dice.chance(20) ? dice.of("", "_house", "a|b", "x".repeat(65))
                : dice.of(setting.strats());
        return Intent.newBuilder().setTime(Micros.instant(time)).setStrat(strat)
                .setSym(dice.chance(15) ? dice.of("", "A|B", "NOSUCH") : sym)
                .setTgtpos(tgt).setUrgency(urgency).build();
    }

    Quote quote() {
        Quote q = fresh(dice.of(setting.syms()));
        if (dice.chance(60)) {
            q.setBid(dice.of(0.0, Double.NaN, 200.0, -1.0));
        } else if (dice.chance(60)) {
            q.setAsk(dice.of(0.0, 50.0, 1e12));
        } else if (dice.chance(60)) {
            q.setTime(Micros.instant(journal.now + dice.of(-20_000_000L, -3_000_000L, 90_000_000L)));
        }
        return q;
    }

    /** A good quote, a little away from the last. */
    Quote fresh(String sym) {
        double mid = mids.merge(sym, MID, (old, first) -> Math.max(20, old + dice.between(-20, 20) / 100.0));
        double half = dice.of(0.005, 0.01, 0.05, 0.5);
        return Quote.newBuilder().setTime(Micros.instant(journal.now)).setSym(sym)
                .setBid(Math.rint((mid - half) * 1000) / 1000).setAsk(Math.rint((mid + half) * 1000) / 1000)
                .setLast(mid).setBidsize(100).setAsksize(100).setVolume(0).build();
    }

    Control control(List<Long> children) {
        ControlAction action = dice.of(ControlAction.HALT, ControlAction.RESUME, ControlAction.RESUME,
                ControlAction.CANCEL, ControlAction.FLATTEN, ControlAction.ADJUST, ControlAction.RESOLVE,
                ControlAction.RESOLVE, ControlAction.POLICY);
        Control.Builder c = journal.control(action);
        return switch (action) {
            case HALT, RESUME -> scope(c).build();
            case CANCEL -> c.setChildid(children.isEmpty() || dice.chance(100) ? (Long) 99L
                    : dice.of(children)).build();
            case FLATTEN -> c.setSym(dice.chance(200) ? null : dice.of(setting.syms())).build();
            case ADJUST -> c.setSym(dice.of(setting.syms()))
                    .setQty(dice.chance(100) ? dice.of(0L, 5_000_000L) : dice.between(-60, 60)).build();
            case RESOLVE -> c.setSym(dice.of(setting.syms())).build();
            case POLICY -> c.setDetail(setting.policy()).build();
            case GENESIS, INSTRUMENT, ROUTE, LIMIT ->
                    throw new IllegalStateException("the desk draws no " + action);
        };
    }

    private Control.Builder scope(Control.Builder c) {
        return switch (dice.below(5)) {
            case 0 -> c;
            case 1 -> c.setBrokerid(dice.of("paper", "other"));
            case 2 -> c.setStrat(dice.of(setting.strats()))
                    .setSym(dice.chance(500) ? dice.of(setting.syms()) : null);
            default -> c.setSym(dice.of(setting.syms()));
        };
    }

    /** What the back office says: true mostly, as far as it is told. */
    PositionStatement statement() {
        String sym = dice.of(setting.syms());
        boolean opening = truth.toldAll(sym) && dice.chance(400);
        PositionStatement.Builder s = PositionStatement.newBuilder().setTime(Micros.instant(journal.now))
                .setType(opening ? StatementType.OPENING : StatementType.RUNNING).setSym(sym)
                .setPosition(truth.position(sym));
        if (!opening) {
            return s.setPosition(truth.position(sym) + dice.of(0L, 0L, 0L, 7L, 9_000_000L)).build();
        }
        s.setPosition(truth.position(sym) + dice.of(0L, 0L, 30L, -200L));
        List<StrategyShare> shares = new ArrayList<>();
        for (String strat : setting.strats()) {
            if (dice.chance(300)) {
                shares.add(new StrategyShare(strat, dice.between(-50, 50)));
            }
        }
        if (dice.chance(30)) {
            shares.add(new StrategyShare(dice.of("a|b", "late"), 10L));
        }
        return s.setShares(shares).build();
    }
}
