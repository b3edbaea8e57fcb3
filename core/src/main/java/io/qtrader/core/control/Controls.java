package io.qtrader.core.control;

import io.qtrader.core.child.ChildEvent;
import io.qtrader.core.child.Children;
import io.qtrader.core.child.Instructions;
import io.qtrader.core.position.Positions;
import io.qtrader.core.position.Strategies;
import io.qtrader.core.risk.Gate;
import io.qtrader.core.risk.Limits;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildIndex;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.HaltRow;
import io.qtrader.core.state.LimitRow;
import io.qtrader.core.state.Bounds;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.Instrument;
import io.qtrader.schemas.Limit;
import io.qtrader.schemas.LimitType;
import io.qtrader.schemas.Policy;
import io.qtrader.schemas.RejectCode;
import io.qtrader.schemas.Route;
import java.util.List;

/** Carries out what operators order, or refuses it. */
public final class Controls {
    private Controls() {}

    /** Applies a control. Returns the symbols that must be decided anew. */
    public static List<String> apply(Step step, Control c) {
        return switch (c.getAction()) {
            case GENESIS -> refuse(step, c, "GENESIS stands only at the head of the journal");
            case POLICY -> policy(step, c);
            case INSTRUMENT -> instrument(step, c);
            case ROUTE -> route(step, c);
            case LIMIT -> limit(step, c);
            case HALT -> halt(step, c, true);
            case RESUME -> halt(step, c, false);
            case CANCEL -> cancel(step, c);
            case FLATTEN -> flatten(step, c);
            case ADJUST -> adjust(step, c);
            case RESOLVE -> resolve(step, c);
        };
    }

    private static List<String> refuse(Step step, Control c, String why) {
        step.reject(RejectCode.CONTROL_INCOMPLETE, Subject.of(c.getSym()),
                "action=" + c.getAction() + ", why=" + why);
        return List.of();
    }

    private static List<String> policy(Step step, Control c) {
        if (!(c.getDetail() instanceof Policy policy)) {
            return refuse(step, c, "detail holds no Policy");
        }
        String fault = Policies.fault(policy);
        if (fault != null) {
            step.reject(RejectCode.POLICY_INVALID, Subject.NONE, fault);
            return List.of();
        }
        step.state().policy(policy);
        return step.state().books.keys();
    }

    private static List<String> instrument(Step step, Control c) {
        if (!(c.getDetail() instanceof Instrument instrument) || c.getSym() == null) {
            return refuse(step, c, "it names no symbol, or detail holds no Instrument");
        }
        String fault = Policies.fault(instrument);
        if (fault != null) {
            step.reject(RejectCode.POLICY_INVALID, Subject.of(c.getSym()), fault);
            return List.of();
        }
        Book book = step.state().book(c.getSym());
        book.lot = instrument.getLot();
        book.tick = instrument.getTick();
        return List.of(book.sym);
    }

    private static List<String> route(Step step, Control c) {
        if (!(c.getDetail() instanceof Route route) || c.getSym() == null) {
            return refuse(step, c, "it names no symbol, or detail holds no Route");
        }
        if (route.getBrokerid().isEmpty()) {
            step.reject(RejectCode.POLICY_INVALID, Subject.of(c.getSym()), "route.brokerid is empty");
            return List.of();
        }
        Book book = step.state().book(c.getSym());
        book.brokerid = route.getBrokerid();
        book.venue = route.getVenue();
        book.canreplace = route.getCanreplace();
        return List.of(book.sym);
    }

    /** R2: HALT and RESUME, of a symbol, a broker, or everything. */
    private static List<String> halt(Step step, Control c, boolean halt) {
        if (c.getStrat() != null) {
            return haltStrategy(step, c, halt);
        }
        if (c.getSym() != null) {
            Book book = step.state().book(c.getSym());
            book.halted = halt;
            resumed(book, !halt);
            return List.of(book.sym);
        }
        String scope = c.getBrokerid() != null ? Gate.broker(c.getBrokerid()) : Gate.ALL;
        List<String> syms = step.state().books.keys();
        if (halt) {
            step.state().halts.put(scope, new HaltRow(step.clock()));
        } else {
            step.state().halts.remove(scope);
            if (scope.equals(Gate.ALL)) {
                step.state().halts.remove(Gate.FLATTEN);
            }
            for (String sym : syms) {
                resumed(step.state().book(sym), c.getBrokerid() == null);
            }
        }
        return syms;
    }

    private static List<String> haltStrategy(Step step, Control c, boolean halt) {
        String scope = Gate.strategy(c.getSym(), c.getStrat());
        if (halt) {
            step.state().halts.put(scope, new HaltRow(step.clock()));
        } else {
            step.state().halts.remove(scope);
        }
        List<String> syms = c.getSym() != null ? List.of(c.getSym()) : step.state().books.keys();
        return syms.stream().filter(sym -> Strategies.recount(step, sym, c.getStrat())).toList();
    }

    /** R1: puts a limit in force, or with a negative value out of it. */
    private static List<String> limit(Step step, Control c) {
        if (!(c.getDetail() instanceof Limit limit)) {
            return refuse(step, c, "detail holds no Limit");
        }
        boolean byStrategy = c.getStrat() != null;
        if (byStrategy && (limit.getType() != LimitType.POSITION || c.getBrokerid() != null)) {
            return refuse(step, c, "by strategy there is POSITION only, and without a broker");
        }
        if (Double.isNaN(limit.getValue())) {
            step.reject(RejectCode.POLICY_INVALID, Subject.of(c.getSym()), "limit.value=NaN");
            return List.of();
        }
        String key = Limits.key(limit.getType(), c);
        if (limit.getValue() < 0) {
            step.state().limits.remove(key);
        } else {
            step.state().limits.put(key, new LimitRow(limit.getValue()));
        }
        return c.getSym() != null ? List.of(c.getSym()) : step.state().books.keys();
    }

    /** RESUME also ends FLATTEN, and the rest after FAILED (P7). */
    private static void resumed(Book book, boolean resumed) {
        if (resumed) {
            book.flatten = false;
            book.restuntil = 0;
            book.failures = 0;
        }
    }

    /** Cancels one child; its parent sends anew what it still wants, unless halted. */
    private static List<String> cancel(Step step, Control c) {
        ChildRow child = child(step, c);
        if (child == null) {
            return List.of();
        }
        if (Children.cancellable(step, child)) {
            Instructions.cancel(step, child);
        }
        return List.of(child.sym);
    }

    /** R2: FLATTEN of a symbol, or of everything, what comes later included. */
    private static List<String> flatten(Step step, Control c) {
        if (c.getStrat() != null || c.getBrokerid() != null) {
            return refuse(step, c, "it is of a symbol or of everything, not by strategy or broker");
        }
        if (c.getSym() != null) {
            Book book = step.state().book(c.getSym());
            book.flatten = true;
            book.restuntil = 0;
            return List.of(book.sym);
        }
        step.state().halts.put(Gate.FLATTEN, new HaltRow(step.clock()));
        List<String> syms = step.state().books.keys();
        // To get out is tried at once, even where it has just failed (P7).
        syms.forEach(sym -> step.state().book(sym).restuntil = 0);
        return syms;
    }

    private static List<String> adjust(Step step, Control c) {
        if (c.getSym() == null || c.getQty() == null || c.getQty() == 0) {
            return refuse(step, c, "it names no symbol, or no quantity");
        }
        long max = step.policy().getMaxqty();
        if (Bounds.beyond(c.getQty(), max)
                || Bounds.beyond(step.state().book(c.getSym()).position + c.getQty(), max)) {
            step.reject(RejectCode.QTY_RANGE, Subject.of(c.getSym()),
                    "qty=" + c.getQty() + ", maxqty=" + max);
            return List.of();
        }
        Positions.adjust(step, c.getSym(), c.getQty());
        return List.of(c.getSym());
    }

    /** Unlocks a symbol; with a child id ends that child at what its fills explain (C3). */
    private static List<String> resolve(Step step, Control c) {
        if (c.getChildid() == null) {
            if (c.getSym() == null) {
                return refuse(step, c, "it names neither symbol nor child");
            }
            step.state().book(c.getSym()).locked = false;
            step.state().book(c.getSym()).disagreements = 0;
            return List.of(c.getSym());
        }
        ChildRow child = child(step, c);
        if (child == null) {
            return List.of();
        }
        if (c.getQty() != null && c.getQty() != child.filled) {
            return refuse(step, c, "qty=" + c.getQty() + " but fills explain " + child.filled
                    + ": send the missing executions, or ADJUST the position and resolve without qty");
        }
        child.cumqty = child.filled;
        Children.done(step, child, ChildEvent.CLOSED, child.filled, "RESOLVED by " + c.getOperator());
        Children.settle(step, step.state().book(child.sym), child);
        return List.of(child.sym);
    }

    private static ChildRow child(Step step, Control c) {
        ChildIndex index = c.getChildid() == null ? null : step.state().children.get(c.getChildid());
        if (index != null && !index.closed) {
            for (ChildRow child : step.state().book(index.sym).children) {
                if (child.childid == c.getChildid()) {
                    return child;
                }
            }
        }
        step.reject(RejectCode.UNKNOWN_TARGET, Subject.of(c.getSym()),
                "action=" + c.getAction() + ", childid=" + c.getChildid() + ", why=no live child has this id");
        return null;
    }
}
