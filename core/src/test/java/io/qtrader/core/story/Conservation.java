package io.qtrader.core.story;

import static io.qtrader.core.story.Invariants.hold;

import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.AggTarget;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Fill;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.Position;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Requirement;
import io.qtrader.schemas.Side;
import io.qtrader.schemas.StatementType;
import io.qtrader.schemas.StrategyPosition;
import io.qtrader.schemas.StrategyShare;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Nothing is lost or doubled on the way from fills to positions (S3, S4, N2, N3). */
final class Conservation {
    private final Tables tables;
    private final Map<String, Long> adjusted = new TreeMap<>();

    Conservation(Tables tables) {
        this.tables = tables;
    }

    void check(JournalEntry entry, List<Output> outputs) {
        boolean rejected = outputs.stream().anyMatch(o -> o.stream() == Stream.REJECTS);
        if (entry.getEvent() instanceof Control c && c.getAction() == ControlAction.ADJUST
                && !rejected && outputs.stream().anyMatch(o -> o.stream() == Stream.NET_POSITIONS)) {
            adjusted.merge(c.getSym(), c.getQty(), Long::sum);
        }
        if (entry.getEvent() instanceof PositionStatement s
                && s.getType() == StatementType.OPENING && !rejected) {
            hold(tables.position(s.getSym()) == s.getPosition(), "S1 an opening sets the position", s);
        }
        tables.positions.values().forEach(this::position);
        chain();
        net();
    }

    private void position(Position p) {
        String sym = p.getSym();
        hold(p.getPosition() == p.getFills() + p.getUnattributed() + p.getOpening() + p.getAdjustments(),
                "S3 position = fills + unattributed + opening + adjustments", p);
        hold(p.getFills() == moved(sym, f -> f.getChildid() != 0), "S3 fills of our children", p);
        hold(p.getUnattributed() == moved(sym, f -> f.getChildid() == 0), "S3 fills of no child", p);
        hold(p.getAdjustments() == adjusted.getOrDefault(sym, 0L), "S3 adjustments", p);
        long strategies = tables.strategies.values().stream()
                .filter(s -> s.getSym().equals(sym)).mapToLong(StrategyPosition::getPosition).sum();
        hold(strategies == p.getPosition(), "S4 strategies' positions sum to the position",
                p, tables.strategies.values());
    }

    private long moved(String sym, Function<Fill, Boolean> which) {
        long sum = 0;
        for (Fill f : tables.fills) {
            long signed = f.getSide() == Side.BUY ? f.getQty() : -f.getQty();
            long shares = f.getShares().stream().mapToLong(StrategyShare::getQty).sum();
            hold(shares == signed, "S4 shares sum to the fill", f);
            sum += f.getSym().equals(sym) && which.apply(f) ? signed : 0;
        }
        return sum;
    }

    /** S3: parent's = sum of its orders' = sum of its children's = sum of the fills. */
    private void chain() {
        for (ChildOrder c : tables.children.values()) {
            same("child", c.getChildid(), c.getFilled(), sum(f -> f.getChildid() == (long) c.getChildid()));
        }
        for (Order o : tables.orders.values()) {
            same("order", o.getOrderid(), o.getFilled(), sum(f -> f.getOrderid() == (long) o.getOrderid()));
        }
        for (ParentOrder p : tables.parents.values()) {
            same("parent", p.getParentid(), p.getFilled(),
                    sum(f -> f.getParentid() == (long) p.getParentid()));
        }
    }

    private long sum(Function<Fill, Boolean> which) {
        return tables.fills.stream().filter(which::apply).mapToLong(Fill::getQty).sum();
    }

    private static void same(String what, long id, long filled, long fills) {
        hold(filled == fills, "S3 filled of " + what + " " + id + " = sum of its fills",
                "filled " + filled, "fills " + fills);
    }

    private void net() {
        for (AggTarget t : tables.targets.values()) {
            long wanted = tables.strategies.values().stream()
                    .filter(s -> s.getSym().equals(t.getSym())).mapToLong(StrategyPosition::getTgtpos).sum();
            hold(wanted == t.getTgtpos(), "N2 AggTarget = sum of tgtpos", t);
        }
        for (Requirement r : tables.requirements.values()) {
            boolean suspended = r.getNote() != null && r.getNote().startsWith("AWAITS");
            hold(suspended || r.getPosition() == tables.position(r.getSym())
                            && r.getRawqty() == r.getTarget() - r.getPosition(),
                    "N3 requirement = target - position", r);
        }
    }
}
