package io.qtrader.core.sim;

import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Fill;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.Position;
import io.qtrader.schemas.Side;
import io.qtrader.schemas.StrategyPosition;
import io.qtrader.schemas.StrategyShare;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * S3 from the outputs alone: fills add up to what children, orders, parents and positions say, and
 * strategies' shares add up to the position.
 */
final class Ledger {
    private final Map<Long, Long> byChild = new HashMap<>();
    private final Map<Long, Long> byOrder = new HashMap<>();
    private final Map<Long, Long> byParent = new HashMap<>();
    private final Map<String, Long> fills = new HashMap<>();
    private final Map<String, Long> unattributed = new HashMap<>();
    private final Map<String, Long> shares = new TreeMap<>();
    private final Map<String, Position> positions = new HashMap<>();
    private final Map<String, Long> filled = new HashMap<>();

    void take(List<Output> outputs) {
        TreeSet<String> touched = new TreeSet<>();
        for (Output o : outputs) {
            if (o.value() instanceof Fill f) {
                fill(f);
                touched.add(f.getSym());
            } else if (o.value() instanceof Position p) {
                positions.put(p.getSym(), p);
                touched.add(p.getSym());
            } else if (o.value() instanceof StrategyPosition s) {
                shares.put(o.key(), s.getPosition());
                touched.add(s.getSym());
            }
        }
        touched.forEach(this::conserved);
        agree(outputs);
    }

    private void fill(Fill f) {
        long signed = f.getSide() == Side.BUY ? f.getQty() : -f.getQty();
        if (f.getChildid() == 0) {
            unattributed.merge(f.getSym(), signed, Long::sum);
        } else {
            fills.merge(f.getSym(), signed, Long::sum);
            byChild.merge(f.getChildid(), f.getQty(), Long::sum);
            byOrder.merge(f.getOrderid(), f.getQty(), Long::sum);
            byParent.merge(f.getParentid(), f.getQty(), Long::sum);
        }
        long shared = 0;
        for (StrategyShare s : f.getShares()) {
            shared += s.getQty();
        }
        Wrong.differ("S4 shares of fill " + f.getExecid(), shared, signed);
    }

    private void conserved(String sym) {
        Position p = positions.get(sym);
        if (p == null) {
            Wrong.differ("S4 shares of " + sym, sharesOf(sym), 0L);
            return;
        }
        Wrong.differ("S3 position of " + sym, p.getPosition(),
                p.getFills() + p.getUnattributed() + p.getOpening() + p.getAdjustments());
        Wrong.differ("S3 fills of " + sym, p.getFills(), fills.getOrDefault(sym, 0L));
        Wrong.differ("S3 unattributed of " + sym, p.getUnattributed(), unattributed.getOrDefault(sym, 0L));
        Wrong.differ("S4 shares of " + sym, sharesOf(sym), p.getPosition());
    }

    private long sharesOf(String sym) {
        long sum = 0;
        for (Map.Entry<String, Long> share : shares.entrySet()) {
            sum += share.getKey().startsWith(sym + "|") ? share.getValue() : 0;
        }
        return sum;
    }

    /** Every row of a child, order or parent that goes out says what the fills say. */
    private void agree(List<Output> outputs) {
        for (Output o : outputs) {
            if (o.stream() == Stream.CHILD_ORDER_STATE) {
                ChildOrder c = (ChildOrder) o.value();
                agree("c" + c.getChildid(), c.getFilled(), byChild.get(c.getChildid()));
            } else if (o.value() instanceof Order order) {
                agree("o" + order.getOrderid(), order.getFilled(), byOrder.get(order.getOrderid()));
            } else if (o.value() instanceof ParentOrder p) {
                agree("p" + p.getParentid(), p.getFilled(), byParent.get(p.getParentid()));
            }
        }
        for (Output o : outputs) {
            if (o.value() instanceof Fill f && f.getChildid() != 0) {
                told("c" + f.getChildid(), byChild.get(f.getChildid()));
                told("o" + f.getOrderid(), byOrder.get(f.getOrderid()));
                told("p" + f.getParentid(), byParent.get(f.getParentid()));
            }
        }
    }

    private void agree(String what, long says, Long fills) {
        Wrong.differ("S3 filled of " + what, says, fills == null ? 0L : fills);
        filled.put(what, says);
    }

    /** A fill must have put out the rows that it changed. */
    private void told(String what, long fills) {
        Wrong.differ("S3 filled of " + what + " as last put out", filled.getOrDefault(what, 0L), fills);
    }

    /** The position as last put out [shares]. */
    long position(String sym) {
        Position p = positions.get(sym);
        return p == null ? 0 : p.getPosition();
    }

    long adjustments(String sym) {
        Position p = positions.get(sym);
        return p == null ? 0 : p.getAdjustments();
    }
}
