package io.qtrader.core.sim;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.State;
import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.Requirement;
import io.qtrader.schemas.Side;
import java.util.HashMap;
import java.util.Map;

/**
 * Every instruction against the broker's own book: what can become of the position stays within
 * the target (C1), one side at a time (P4), nothing that increases exposure while it is forbidden
 * (R2, C3), nothing on a stale quote (R3), requests in order (O3).
 */
final class Exposure {
    private final Setting setting;
    private final Truth truth;
    private final Standing standing;
    private final Market market;
    private final Map<Long, Integer> requests = new HashMap<>();

    Exposure(Setting setting, Truth truth, Standing standing, Market market) {
        this.setting = setting;
        this.truth = truth;
        this.standing = standing;
        this.market = market;
    }

    /** Checks an instruction that is on its way to the broker. */
    void check(State state, ChildOrder c, Requirement req) {
        switch (c.getAction()) {
            case NEW -> sent(state, c, req);
            case REPLACE -> replaced(state, c, req);
            case CANCEL, STATUS, HEARTBEAT -> { }
        }
        if (c.getAction() != ChildAction.HEARTBEAT && c.getAction() != ChildAction.STATUS) {
            int next = c.getAction() == ChildAction.NEW ? 0 : requests.get(c.getChildid()) + 1;
            Wrong.differ("request of child " + c.getChildid(), c.getRequest(), next);
            requests.put(c.getChildid(), next);
        }
    }

    private void sent(State state, ChildOrder c, Requirement req) {
        Wrong.unless(req != null, "N3 a send without a requirement:", c);
        within(c, req);
        Wrong.unless(c.getSize() > 0 && c.getSize() % setting.lot(c.getSym()) == 0, "whole lots:", c);
        boolean buy = c.getSide() == Side.BUY;
        boolean unknown = oneSide(state.books.get(c.getSym()), buy, c);
        reducing(state, c, unknown);
        market.priced(state, c);
    }

    /** R2, C3: where new exposure is forbidden, what is sent brings the position nearer to 0, not through it. */
    private void reducing(State state, ChildOrder c, boolean unknown) {
        if (unknown || standing.blocked(state, c.getSym())) {
            boolean buy = c.getSide() == Side.BUY;
            long worst = truth.worst(c.getSym(), buy);
            Wrong.unless(buy ? worst <= 0 : worst >= 0, "R2 C3 new exposure, worst=" + worst, c);
        }
    }

    /** C1: position + W + new within the target. */
    private void within(ChildOrder c, Requirement req) {
        boolean buy = c.getSide() == Side.BUY;
        long worst = truth.worst(c.getSym(), buy);
        long target = req.getPosition() + req.getQty();
        Wrong.unless(buy ? worst <= target : worst >= target,
                "C1 worst=" + worst, "target=" + target, c);
    }

    /** P4, with C3's exception. Whether that is needed: a child of the other side is unknown. */
    private boolean oneSide(Book book, boolean buy, ChildOrder c) {
        boolean unknown = false;
        for (BrokerOrder o : truth.orders.values()) {
            if (o.sym.equals(c.getSym()) && o.buy != buy && o.exposure() > 0 && !o.revivedUnknown()) {
                ChildRow row = row(book, o.childid);
                Wrong.unless(row != null && row.inflight == Inflight.UNKNOWN.ordinal(),
                        "P4 both sides live: child " + o.childid, row, c);
                unknown = true;
            }
        }
        return unknown;
    }

    private static ChildRow row(Book book, long childid) {
        for (ChildRow row : book.children) {
            if (row.childid == childid) {
                return row;
            }
        }
        return null;
    }

    private void replaced(State state, ChildOrder c, Requirement req) {
        ChildRow row = row(state.books.get(c.getSym()), c.getChildid());
        Wrong.unless(row != null && c.getSize() <= row.size && c.getSize() > row.filled,
                "O3 a REPLACE that grows, or is filled:", row, c);
        if (c.getPrice() != row.price) {
            within(c, req);
            reducing(state, c, false);
            market.priced(state, c);
        }
    }
}
