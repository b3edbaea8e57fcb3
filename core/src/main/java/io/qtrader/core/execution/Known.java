package io.qtrader.core.execution;

import io.qtrader.core.state.Digest;
import io.qtrader.core.state.ExecutionRow;
import io.qtrader.core.state.Step;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.Execution;
import java.util.ArrayList;

/** Knows every execution that moved, or would move, the position (E1). */
final class Known {
    private Known() {}

    /** The identity of an execution; trade date first, so that old days leave together. */
    static String key(Execution e, String execid) {
        return e.getTradedate() + "/" + e.getBrokerid() + "/" + execid;
    }

    /**
     * The execid of the FILL that a BUST or CORRECT is about, by way of the correction that it names;
     * empty where that is not known, or waits itself.
     */
    static String fillid(Step step, Execution e) {
        ExecutionRow row = step.state().executions.get(key(e, e.getRefexecid()));
        return row == null ? "" : row.fillid;
    }

    /** The FILL that a BUST or CORRECT is about; null where it is not known. */
    static ExecutionRow fill(Step step, Execution e) {
        return step.state().executions.get(key(e, fillid(step, e)));
    }

    /** Whether this execid has been seen: a repeat is counted, a contradiction locks the symbol. */
    static boolean seen(Step step, Execution e, Target target) {
        ExecutionRow row = step.state().executions.get(key(e, e.getExecid()));
        if (row == null) {
            return false;
        }
        if (row.digest == Digest.of(e)) {
            step.meta().repeats++;
            return true;
        }
        target.book().locked = true;
        step.breach(BreachCode.EXECID_CONFLICT, target.subject(e).locking(), "execid=" + e.getExecid()
                + ", brokerid=" + e.getBrokerid() + ", tradedate=" + e.getTradedate()
                + ", type=" + e.getType() + ", qty=" + e.getQty() + ", price=" + e.getPrice()
                + ", known qty=" + row.qty + ", known price=" + row.price);
        return true;
    }

    /** Remembers an execution; the caller fills in what it moved. */
    static ExecutionRow remember(Step step, Execution e, Target target, boolean buy) {
        ExecutionRow row = ExecutionRow.newBuilder().setDigest(Digest.of(e)).setAt(step.clock())
                .setSym(target.book().sym).setChildid(target.child() == null ? 0 : e.getChildid())
                .setBuy(buy).setStrats(new ArrayList<>()).setQtys(new ArrayList<>()).build();
        step.state().executions.put(key(e, e.getExecid()), row);
        return row;
    }
}
