package io.qtrader.core.execution;

import io.qtrader.core.child.Children;
import io.qtrader.core.risk.Gate;
import io.qtrader.core.state.Bounds;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.HaltRow;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.Names;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.RejectCode;

/** Takes a broker's report in: refuses what contradicts itself, sends the rest where it belongs. */
public final class Executions {
    private Executions() {}

    /** Applies a report. Returns the symbol that it was about; null where that cannot be known. */
    public static String apply(Step step, Execution e) {
        if (!Names.valid(e.getSym()) && step.state().children.get(e.getChildid()) == null) {
            nameless(step, e);
            return null;
        }
        Target target = Target.of(step, e);
        String fault = fault(step, e, target);
        if (fault != null) {
            malformed(step, e, target, fault);
            return target.book().sym;
        }
        if (target.child() != null && !e.getSym().equals(target.book().sym)) {
            // E8
            step.breach(BreachCode.WRONG_SYMBOL, target.subject(e), "childid=" + e.getChildid()
                    + ", sym=" + e.getSym() + ", child=" + target.book().sym);
        }
        switch (e.getType()) {
            case FILL, UNSOLICITED -> Fills.fill(step, e, target);
            case BUST, CORRECT -> Corrections.apply(step, e, target);
            case NEW, CANCELED, REPLACED, REJECTED, CANCEL_REJECTED, REPLACE_REJECTED, EXPIRED,
                    STATUS, NEVER_RECEIVED -> Answers.apply(step, e, target);
        }
        nothingOpen(step, e, target);
        if (target.child() != null && !target.closed()) {
            target.child().heard = Math.max(target.child().heard, Micros.of(e.getTime()));
        }
        return target.book().sym;
    }

    /** C3: a report says that nothing is open of a child that we think is. */
    private static void nothingOpen(Step step, Execution e, Target target) {
        ChildRow c = target.child();
        boolean says = switch (e.getType()) {
            case NEW, FILL, REPLACED -> e.getLeavesqty() == 0;
            case BUST, CORRECT, CANCELED, REJECTED, CANCEL_REJECTED, REPLACE_REJECTED, EXPIRED, STATUS,
                    NEVER_RECEIVED, UNSOLICITED -> false;
        };
        if (says && c != null && !c.done && !target.closed()) {
            Children.doubt(step, c);
        }
    }

    private static boolean moves(Execution e) {
        return switch (e.getType()) {
            case FILL, BUST, CORRECT, UNSOLICITED -> true;
            case NEW, CANCELED, REPLACED, REJECTED, CANCEL_REJECTED, REPLACE_REJECTED, EXPIRED,
                    STATUS, NEVER_RECEIVED -> false;
        };
    }

    static boolean ends(Execution e) {
        return switch (e.getType()) {
            case CANCELED, EXPIRED, REJECTED, NEVER_RECEIVED -> true;
            case FILL, BUST, CORRECT, UNSOLICITED, NEW, REPLACED, CANCEL_REJECTED, REPLACE_REJECTED,
                    STATUS -> false;
        };
    }

    /** What contradicts itself in a report, as a reject's text, or null. */
    private static String fault(Step step, Execution e, Target target) {
        long max = step.policy().getMaxqty();
        if (e.getBrokerid().isEmpty()) {
            return RejectCode.EMPTY_BROKER + ": childid=" + e.getChildid();
        }
        if (target.child() != null && !target.child().brokerid.equals(e.getBrokerid())) {
            return RejectCode.BROKER_MISMATCH + ": brokerid=" + e.getBrokerid()
                    + ", child=" + target.child().brokerid;
        }
        if (e.getCumqty() < 0 || e.getLeavesqty() < 0
                || Bounds.beyond(e.getCumqty(), max) || Bounds.beyond(e.getLeavesqty(), max)) {
            return RejectCode.CUMQTY_CONTRADICTS + ": cumqty=" + e.getCumqty()
                    + ", leavesqty=" + e.getLeavesqty() + ", maxqty=" + max;
        }
        if (ends(e) && e.getLeavesqty() > 0) {
            return RejectCode.CUMQTY_CONTRADICTS + ": type=" + e.getType()
                    + ", leavesqty=" + e.getLeavesqty() + ", expected=0";
        }
        if (moves(e)) {
            return movementFault(e, max);
        }
        boolean terms = e.getType() == ExecutionType.REPLACED || e.getType() == ExecutionType.STATUS;
        return terms ? termsFault(e, max) : null;
    }

    /** What contradicts itself in the size and price that a report says are in force. */
    private static String termsFault(Execution e, long max) {
        if (e.getOrdqty() != null && (e.getOrdqty() < 1 || e.getOrdqty() > max)) {
            return RejectCode.QTY_RANGE + ": ordqty=" + e.getOrdqty() + ", maxqty=" + max;
        }
        if (e.getOrdqty() != null && e.getLeavesqty() > 0
                && e.getCumqty() + e.getLeavesqty() > e.getOrdqty()) {
            return RejectCode.CUMQTY_CONTRADICTS + ": cumqty=" + e.getCumqty() + ", leavesqty="
                    + e.getLeavesqty() + ", ordqty=" + e.getOrdqty();
        }
        if (e.getOrdprice() != null && !Double.isFinite(e.getOrdprice())) {
            return RejectCode.PRICE_INVALID + ": ordprice=" + e.getOrdprice();
        }
        return null;
    }

    private static String movementFault(Execution e, long max) {
        if (e.getExecid().isEmpty()) {
            return RejectCode.EMPTY_EXECID + ": childid=" + e.getChildid();
        }
        boolean reference = e.getType() == ExecutionType.BUST || e.getType() == ExecutionType.CORRECT;
        if (reference && (e.getRefexecid() == null || e.getRefexecid().isEmpty())) {
            return RejectCode.EMPTY_EXECID + ": refexecid is empty, execid=" + e.getExecid();
        }
        if (e.getQty() <= 0 && e.getType() != ExecutionType.BUST || Bounds.beyond(e.getQty(), max)) {
            return RejectCode.QTY_RANGE + ": qty=" + e.getQty() + ", maxqty=" + max;
        }
        if (!Double.isFinite(e.getPrice())) {
            return RejectCode.PRICE_INVALID + ": price=" + e.getPrice();
        }
        return null;
    }

    /** Neither child nor symbol: a trade that it claims may be anywhere, so nothing increases exposure. */
    private static void nameless(Step step, Execution e) {
        Subject about = new Subject(null, null, e.getBrokerid(), null, e.getChildid(), false);
        String text = "sym has " + e.getSym().length() + " characters, childid=" + e.getChildid()
                + " is not known, type=" + e.getType() + ", execid=" + e.getExecid();
        step.reject(RejectCode.NAME_INVALID, about, text);
        if (moves(e)) {
            step.state().halts.put(Gate.ALL, new HaltRow(step.clock()));
            step.breach(BreachCode.MALFORMED_EXECUTION, about, text + ", HALT until RESUME");
        }
    }

    /**
     * A report that cannot be true changes nothing; where it claims a trade, the symbol is locked,
     * since something happened at the broker that we do not know.
     */
    private static void malformed(Step step, Execution e, Target target, String fault) {
        int colon = fault.indexOf(':');
        RejectCode code = RejectCode.valueOf(fault.substring(0, colon));
        Subject about = target.subject(e);
        step.reject(code, about, fault.substring(colon + 2));
        if (moves(e)) {
            target.book().locked = true;
            step.breach(BreachCode.MALFORMED_EXECUTION, about.locking(),
                    "type=" + e.getType() + ", execid=" + e.getExecid() + ", why=" + fault);
        }
    }
}
