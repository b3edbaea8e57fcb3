package io.qtrader.core.story;

import io.qtrader.core.state.Output;
import io.qtrader.schemas.AggTarget;
import io.qtrader.schemas.Breach;
import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.ExecState;
import io.qtrader.schemas.Fill;
import io.qtrader.schemas.FillMark;
import io.qtrader.schemas.FillType;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.Position;
import io.qtrader.schemas.Reject;
import io.qtrader.schemas.Requirement;
import io.qtrader.schemas.StrategyPosition;

/** Tells what a record says, in the words of stories. */
final class Teller {
    private final Names names;
    private final Tables tables;

    /** The tables are those before the records that are told, which makes growth and shrinking seen. */
    Teller(Names names, Tables tables) {
        this.names = names;
        this.tables = tables;
    }

    /** The facts of an output; null for a heartbeat, which says nothing. */
    Facts tell(Output o) {
        Facts.Builder f = new Facts.Builder(Kind.of(o.stream()));
        if (o.value() == null) {
            return f.is(o.key()).tells("gone").facts();
        }
        return switch (o.stream()) {
            case FILLS -> fill(f, (Fill) o.value());
            case CHILD_ORDERS -> instruction(f, (ChildOrder) o.value());
            case CHILD_ORDER_STATE -> child(f, (ChildOrder) o.value());
            case ORDERS -> order(f, (Order) o.value());
            case PARENT_ORDERS -> ParentTeller.tell(f, names, tables, o);
            case NET_POSITIONS -> position(f, (Position) o.value());
            case STRATEGY_POSITIONS -> strategy(f, (StrategyPosition) o.value());
            case TARGETS -> target(f, (AggTarget) o.value());
            case REQUIREMENTS -> requirement(f, (Requirement) o.value());
            case EXEC_STATES -> schedule(f, (ExecState) o.value());
            case BREACHES -> breach(f, (Breach) o.value());
            case REJECTS -> reject(f, (Reject) o.value());
        };
    }

    private Facts fill(Facts.Builder f, Fill fill) {
        if (fill.getType() == FillType.CROSS) {
            long qty = fill.getShares().stream().mapToLong(s -> Math.max(0, s.getQty())).sum();
            return f.tells(FillType.CROSS).is(fill.getSym(), qty, Facts.at(fill.getPrice())).facts();
        }
        return f.is(child(fill.getChildid()), fill.getSym(), fill.getSide())
                .tellsIf(fill.getType() != FillType.FILL, fill.getType())
                .is(fill.getQty(), Facts.at(fill.getPrice()), fill.getExecid())
                .tellsIf(fill.getMark() != FillMark.NONE, fill.getMark()).facts();
    }

    private Facts instruction(Facts.Builder f, ChildOrder c) {
        if (c.getAction() == ChildAction.HEARTBEAT) {
            return null;
        }
        f.tells(c.getAction()).is(names.of('c', c.getChildid()), names.of('o', c.getOrderid()));
        if (c.getAction() == ChildAction.NEW || c.getAction() == ChildAction.REPLACE) {
            f.is(c.getSym(), c.getSide(), c.getSize(), Facts.at(c.getPrice()), c.getBrokerid());
        }
        return f.facts();
    }

    private Facts child(Facts.Builder f, ChildOrder c) {
        return f.is(names.of('c', c.getChildid()), c.getStatus(), c.getFilled() + "/" + c.getSize(),
                        "cum " + c.getCumqty())
                .isIf(c.getInflight() == Inflight.UNKNOWN, "UNKNOWN")
                .isIf(c.getInflight() != Inflight.NONE, "owes " + c.getInflight()).facts();
    }

    private Facts order(Facts.Builder f, Order o) {
        return f.is(names.of('o', o.getOrderid()), o.getStatus(), o.getSide(),
                o.getFilled() + "/" + o.getSize(), "pending " + o.getPending(),
                Facts.at(o.getPrice())).facts();
    }

    private static Facts position(Facts.Builder f, Position p) {
        return f.is(p.getSym(), p.getPosition()).facts();
    }

    private static Facts strategy(Facts.Builder f, StrategyPosition s) {
        return f.is(s.getStrat(), s.getSym(), s.getPosition(), "wants " + s.getTgtpos()).facts();
    }

    private static Facts target(Facts.Builder f, AggTarget t) {
        return f.is(t.getSym(), t.getTgtpos(), Facts.at(t.getUrgency())).facts();
    }

    private static Facts requirement(Facts.Builder f, Requirement r) {
        return f.is(r.getSym(), r.getQty(), Facts.at(r.getUrgency()), "raw " + r.getRawqty())
                .is((Object[]) (r.getNote() == null ? "" : r.getNote()).split("[: ,]+")).facts();
    }

    private Facts schedule(Facts.Builder f, ExecState s) {
        return f.is(names.of('p', s.getParentid()), s.getAlgo(), "released " + s.getReleased(),
                "crossing " + s.getCrossing(), "slices " + s.getSlices()).facts();
    }

    private Facts breach(Facts.Builder f, Breach b) {
        return f.tells(b.getCode()).tellsIf(b.getLocked(), "locks")
                .isIf(b.getSym() != null, b.getSym())
                .isIf(b.getParentid() != null && b.getChildid() == null,
                        b.getParentid() == null ? "" : names.of('p', b.getParentid()))
                .isIf(b.getChildid() != null, b.getChildid() == null ? "" : child(b.getChildid()))
                .is(b.getText().substring(b.getText().indexOf(':') + 2)).facts();
    }

    private Facts reject(Facts.Builder f, Reject r) {
        return f.tells(r.getCode()).isIf(r.getSym() != null, r.getSym())
                .isIf(r.getStrat() != null, r.getStrat())
                .isIf(r.getChildid() != null, r.getChildid() == null ? "" : child(r.getChildid()))
                .is(r.getText().substring(r.getText().indexOf(':') + 2)).facts();
    }

    /** A child by its name; by its number where it is none of ours. */
    private String child(long id) {
        return names.knowsChild(id) ? names.of('c', id) : "#" + id;
    }
}
