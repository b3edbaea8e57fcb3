package io.qtrader.core.execution;

import io.qtrader.core.child.ChildEvent;
import io.qtrader.core.child.Children;
import io.qtrader.core.child.Instructions;
import io.qtrader.core.parent.Parents;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Inflight;

/** Reports that answer an instruction or end a child without a trade (E5, E6, E7). */
final class Answers {
    private Answers() {}

    static void apply(Step step, Execution e, Target target) {
        ChildRow c = target.child();
        if (c == null) {
            step.breach(BreachCode.UNKNOWN_CHILD, target.subject(e),
                    "childid=" + e.getChildid() + ", type=" + e.getType());
            return;
        }
        if (target.closed() || c.done) {
            afterTheEnd(step, e, target);
            return;
        }
        if (stale(c, e)) {
            step.meta().repeats++;
            return;
        }
        if (e.getBrokerorderid() != null) {
            c.brokerorderid = e.getBrokerorderid();
        }
        boolean answers = switch (e.getType()) {
            case NEW -> taken(step, target.book(), c);
            case CANCELED, EXPIRED -> ended(step, target.book(), c, e);
            case REJECTED, NEVER_RECEIVED -> refused(step, target.book(), c, e);
            case REPLACED -> replaced(step, c, e);
            case CANCEL_REJECTED, REPLACE_REJECTED -> requestRefused(step, c, e);
            case STATUS -> status(step, target.book(), c, e);
            case FILL, BUST, CORRECT, UNSOLICITED ->
                    throw new IllegalStateException(e.getType() + " is no answer");
        };
        if (answers) {
            Children.settle(step, target.book(), c);
        } else {
            step.meta().repeats++;
        }
    }

    /** A child that is done: a repeat, unless the broker now counts more than it did. */
    private static void afterTheEnd(Step step, Execution e, Target target) {
        ChildRow c = target.child();
        if (e.getCumqty() > Math.max(c.cumqty, c.filled)) {
            disagrees(step, c, e);
        }
        step.meta().repeats++;
    }

    /** E3: the end of a child that a later bust has brought back. */
    private static boolean stale(ChildRow c, Execution e) {
        return (Executions.ends(e) || e.getLeavesqty() == 0) && Micros.of(e.getTime()) <= c.revived;
    }

    private static boolean taken(Step step, Book book, ChildRow c) {
        boolean owed = c.inflight == Inflight.NEW.ordinal()
                || c.inflight == Inflight.UNKNOWN.ordinal() && c.owed == Inflight.NEW.ordinal();
        if (!owed) {
            return false;
        }
        Children.answered(c);
        Children.become(c, ChildEvent.ACKED);
        Parents.accepted(step, book, c);
        return true;
    }

    private static void disagrees(Step step, ChildRow c, Execution e) {
        step.breach(BreachCode.CUMQTY_DISAGREES, Subject.of(c), "childid=" + c.childid + ", type="
                + e.getType() + ", cumqty=" + e.getCumqty() + ", ours=" + c.filled);
    }

    private static boolean ended(Step step, Book book, ChildRow c, Execution e) {
        // More is a fill that is still to come; less can only be wrong.
        if (e.getCumqty() < c.filled) {
            disagrees(step, c, e);
        }
        boolean asked = owes(c, Inflight.CANCEL) || c.toolate;
        String why = note(e, e.getType().name());
        Children.done(step, c, ChildEvent.CLOSED, e.getCumqty(), why);
        if (!asked && c.cumqty < c.size) {
            Parents.ended(step, book, c, why);
        }
        return true;
    }

    private static boolean refused(Step step, Book book, ChildRow c, Execution e) {
        boolean never = e.getType() == ExecutionType.NEVER_RECEIVED;
        String why = note(e, e.getType().name());
        Children.done(step, c, ChildEvent.REFUSED, e.getCumqty(), why);
        Parents.rejected(step, book, c, never || e.getTransient$(), why);
        return true;
    }

    /** O3: what was asked for is in force; a report that says otherwise is believed, and reported. */
    private static boolean replaced(Step step, ChildRow c, Execution e) {
        boolean owed = owes(c, Inflight.REPLACE) && current(c, e);
        if (!owed && (sameTerms(c, e) || outdated(c, e))) {
            return false;
        }
        if (!owed) {
            step.breach(BreachCode.UNEXPECTED_ANSWER, Subject.of(c),
                    "childid=" + c.childid + ", type=REPLACED, ordqty=" + e.getOrdqty()
                            + ", ordprice=" + e.getOrdprice());
        }
        if (owed) {
            c.size = c.newsize;
            c.price = c.newprice;
        }
        terms(c, e, owed || e.getRequest() == c.request);
        c.pricedat = c.pricedat == 0 ? 0 : step.clock();
        c.cumqty = Math.max(c.cumqty, e.getCumqty());
        if (owed) {
            Children.answered(c);
        }
        return true;
    }

    /** The old terms stand (O3). Too late is not an error (E5), but then a terminal state is owed (C3). */
    private static boolean requestRefused(Step step, ChildRow c, Execution e) {
        boolean owed = (owes(c, Inflight.CANCEL) || owes(c, Inflight.REPLACE)) && current(c, e);
        if (!owed) {
            return false;
        }
        Children.answered(c);
        c.cumqty = Math.max(c.cumqty, e.getCumqty());
        c.note = note(e, e.getType().name());
        if (e.getLeavesqty() == 0) {
            c.toolate = true;
            c.askedat = step.clock();
        } else {
            c.holduntil = Instructions.after(step.clock(), step.policy().getRetryms());
        }
        return true;
    }

    /** E7: STATUS says how the broker's book stands; it never moves the position. */
    private static boolean status(Step step, Book book, ChildRow c, Execution e) {
        if (e.getCumqty() != c.filled) {
            disagrees(step, c, e);
        }
        if (e.getLeavesqty() == 0) {
            Children.done(step, c, ChildEvent.CLOSED, e.getCumqty(), note(e, "STATUS"));
            return true;
        }
        c.cumqty = Math.max(c.cumqty, e.getCumqty());
        if (Micros.of(e.getTime()) < c.heard) {
            // Another report has overtaken it: what it says of the book may be over. It is asked again.
            c.statusasked = false;
            return true;
        }
        boolean isNew = owes(c, Inflight.NEW);
        if (isNew) {
            Parents.accepted(step, book, c);
        }
        // One that was not asked for may have been written before the request that is outstanding.
        boolean asked = c.statusasked && current(c, e);
        if (isNew || asked || c.inflight == Inflight.UNKNOWN.ordinal()) {
            Children.answered(c);
            c.doubted = false;
        }
        terms(c, e, e.getRequest() == c.request);
        return true;
    }

    private static boolean owes(ChildRow c, Inflight what) {
        return c.inflight == what.ordinal()
                || c.inflight == Inflight.UNKNOWN.ordinal() && c.owed == what.ordinal();
    }

    /** Whether a report answers the newest request; 0 where the adapter does not say. */
    private static boolean current(ChildRow c, Execution e) {
        return e.getRequest() == 0 || e.getRequest() == c.request;
    }

    /** C1: what may be older than our last request can show that more is open than we think, not less. */
    private static void terms(ChildRow c, Execution e, boolean newest) {
        if (e.getOrdqty() != null && (newest || e.getOrdqty() > c.size)) {
            c.size = e.getOrdqty();
        }
        if (e.getOrdprice() != null && newest) {
            c.price = e.getOrdprice();
        }
    }

    /** Whether a report answers an older request than the newest, and shows no more open than we think. */
    private static boolean outdated(ChildRow c, Execution e) {
        return e.getRequest() < c.request && (e.getOrdqty() == null || e.getOrdqty() <= c.size);
    }

    private static boolean sameTerms(ChildRow c, Execution e) {
        return (e.getOrdqty() == null || e.getOrdqty() == c.size)
                && (e.getOrdprice() == null || e.getOrdprice() == c.price);
    }

    private static String note(Execution e, String otherwise) {
        return e.getNote() != null ? otherwise + ": " + e.getNote() : otherwise;
    }
}
