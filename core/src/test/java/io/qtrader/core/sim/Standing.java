package io.qtrader.core.sim;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.State;
import io.qtrader.schemas.AggTarget;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Requirement;
import io.qtrader.schemas.Route;
import io.qtrader.schemas.StatementType;
import io.qtrader.schemas.StrategyShare;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What strategies want and operators have ordered, as it stands: kept beside the machine, from its inputs. */
final class Standing {
    private static final String STRATEGY = "strategy|";

    private final Setting setting;
    private final Map<String, Map<String, Long>> targets = new TreeMap<>();
    private final Map<String, Set<String>> awaited = new HashMap<>();
    private final Set<String> flat = new HashSet<>();
    private final Set<String> halts = new HashSet<>();

    Standing(Setting setting) {
        this.setting = setting;
    }

    /** Takes in an event that was not refused. */
    void take(Object event) {
        if (event instanceof Intent i) {
            targets.computeIfAbsent(i.getSym(), s -> new TreeMap<>()).put(i.getStrat(), i.getTgtpos());
            awaited.getOrDefault(i.getSym(), new HashSet<>()).remove(i.getStrat());
        } else if (event instanceof PositionStatement s && s.getType() == StatementType.OPENING) {
            opening(s);
        } else if (event instanceof Control c) {
            control(c);
        }
    }

    /** N3: an opening awaits the strategies that it names. */
    private void opening(PositionStatement s) {
        Set<String> named = new TreeSet<>();
        for (StrategyShare share : s.getShares()) {
            if (share.getQty() != 0) {
                named.add(share.getStrat());
            }
        }
        named.removeAll(targets.getOrDefault(s.getSym(), Map.of()).keySet());
        awaited.put(s.getSym(), named);
    }

    private void control(Control c) {
        String scope = c.getStrat() != null ? STRATEGY + c.getStrat() + "|" + c.getSym() : c.getSym() != null ? c.getSym()
                : c.getBrokerid() != null ? "broker|" + c.getBrokerid() : "";
        switch (c.getAction()) {
            case HALT -> halts.add(scope);
            case RESUME -> {
                halts.remove(scope);
                if (scope.isEmpty()) {
                    flat.clear();
                }
                flat.remove(scope);
            }
            case FLATTEN -> flat.add(scope);
            case GENESIS, POLICY, INSTRUMENT, ROUTE, LIMIT, CANCEL, ADJUST, RESOLVE -> { }
        }
    }

    /** R2, C3: whether nothing that increases exposure may be sent. */
    boolean blocked(State state, String sym) {
        Route own = setting.routes().get(sym);
        String broker = (own != null ? own : setting.policy().getRoute()).getBrokerid();
        Book book = state.books.get(sym);
        return halts.contains("") || halts.contains(sym) || halts.contains("broker|" + broker)
                || book.locked || unknown(book);
    }

    private static boolean unknown(Book book) {
        for (ChildRow c : book.children) {
            if (c.inflight == Inflight.UNKNOWN.ordinal()) {
                return true;
            }
        }
        return false;
    }

    boolean flat(String sym) {
        return flat.contains(sym) || flat.contains("");
    }

    /** N2, N3: target and requirement are what the standing intents make them. */
    void check(String sym, AggTarget target, Requirement req, long position) {
        Map<String, Long> wants = targets.getOrDefault(sym, Map.of());
        long sum = wants.values().stream().mapToLong(Long::longValue).sum();
        if (!wants.isEmpty() && halts.stream().noneMatch(h -> h.startsWith(STRATEGY))) {
            Wrong.unless(target != null && target.getTgtpos() == sum
                    && target.getStrategies() == wants.size(), "N2 target of " + sym, sum, target);
        }
        boolean speaks = flat(sym) || !wants.isEmpty() && awaited.getOrDefault(sym, Set.of()).isEmpty();
        if (!speaks) {
            Wrong.unless(req == null || req.getQty() == 0, "N3 a requirement too soon:", req);
            return;
        }
        Wrong.unless(req != null, "N3 no requirement of", sym);
        Wrong.differ("N3 position in requirement of " + sym, req.getPosition(), position);
        Wrong.differ("N3 target in requirement of " + sym, req.getTarget(),
                flat(sym) ? 0L : target.getTgtpos());
        Wrong.differ("N3 raw requirement of " + sym, req.getRawqty(), req.getTarget() - position);
        Wrong.unless(Math.abs(req.getQty()) <= Math.abs(req.getRawqty()), "N5", req);
    }
}
