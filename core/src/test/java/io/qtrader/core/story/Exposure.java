package io.qtrader.core.story;

import static io.qtrader.core.story.Invariants.hold;

import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.OrderStatus;
import io.qtrader.schemas.Requirement;
import io.qtrader.schemas.Side;
import java.util.List;

/** What may still fill never goes beyond the target, and never on both sides at once (C1, P4). */
final class Exposure {
    private final Tables tables;

    Exposure(Tables tables) {
        this.tables = tables;
    }

    void check(List<Output> outputs) {
        for (Output o : outputs) {
            if (o.stream() == Stream.CHILD_ORDERS) {
                sent((ChildOrder) o.value());
            }
        }
        for (ChildOrder c : tables.children.values()) {
            // C3: what is unknown there does not keep the position from being reduced.
            boolean known = c.getInflight() != Inflight.UNKNOWN && worst(c) > 0;
            hold(!known || tables.children.values().stream().noneMatch(other -> worst(other) > 0
                    && other.getSym().equals(c.getSym()) && other.getSide() != c.getSide()
                    && other.getInflight() != Inflight.UNKNOWN), "P4 never both sides live", c);
        }
        tables.requirements.values().forEach(this::excess);
    }

    /** C1: at every send position + W, the new one in it, stays within the target. */
    private void sent(ChildOrder c) {
        ChildOrder before = tables.children.get(c.getChildid());
        boolean more = c.getAction() == ChildAction.NEW
                || c.getAction() == ChildAction.REPLACE && c.getSize() > before.getSize();
        if (!more) {
            return;
        }
        Requirement r = tables.requirements.get(c.getSym());
        long worst = worst(c.getSym(), c.getSide());
        long room = c.getSide() == Side.BUY ? r.getQty() : -r.getQty();
        hold(worst <= room, "C1 position + W <= target at every send", "W " + worst, r, c);
    }

    /** C1: any excess is being cancelled, queued behind a request, uncancellable or unknown. */
    private void excess(Requirement r) {
        for (Side side : Side.values()) {
            long room = Math.max(0, side == Side.BUY ? r.getQty() : -r.getQty());
            long idle = 0;
            for (ChildOrder c : tables.children.values()) {
                idle += c.getSym().equals(r.getSym()) && c.getSide() == side && idle(c) ? worst(c) : 0;
            }
            hold(idle <= room, "C1 an excess is being cancelled", side + " idle " + idle, r);
        }
    }

    private static boolean idle(ChildOrder c) {
        boolean refused = c.getNote() != null && c.getNote().matches("(CANCEL|REPLACE)_REJECTED.*");
        // Where the broker counts it full there is nothing left to cancel: its fills are on the way.
        boolean full = c.getCumqty() >= c.getSize();
        return live(c) && c.getInflight() == Inflight.NONE && !refused && !full;
    }

    private static boolean live(ChildOrder c) {
        return c.getStatus() == OrderStatus.NEW || c.getStatus() == OrderStatus.PARTIAL;
    }

    private long worst(String sym, Side side) {
        long sum = 0;
        for (ChildOrder c : tables.children.values()) {
            sum += c.getSym().equals(sym) && c.getSide() == side ? worst(c) : 0;
        }
        return sum;
    }

    /** W of a child: what its broker may still fill, by what the child's row says. */
    static long worst(ChildOrder c) {
        long size = c.getCumqty();
        if (live(c)) {
            size = Math.max(size, c.getSize());
            size = Math.max(size, c.getNewsize() == null ? 0 : c.getNewsize());
        }
        return Math.max(0, size - c.getFilled());
    }
}
