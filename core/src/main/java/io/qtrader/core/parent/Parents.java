package io.qtrader.core.parent;

import io.qtrader.core.algo.Lots;
import io.qtrader.core.algo.Schedule;
import io.qtrader.core.child.OpenQuantity;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.ChildRow;
import io.qtrader.core.state.Ids;
import io.qtrader.core.state.Meta;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.ParentRow;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.ParentOrderStatus;

/** Opens, resizes and ends the parent order of a symbol, as its requirement asks (P1 to P5, P7). */
public final class Parents {
    private static final int MAX_DOUBLINGS = 20;

    private Parents() {}

    /** Brings a symbol's parent, orders and children in line with its requirement. */
    public static void decide(Step step, Book book) {
        Halting.pass(step, book);
        Stuck.decide(step, book);
        Orphans.reduce(step, book);
        work(step, book);
        if (book.parent == null && Stuck.returns(book)) {
            work(step, book);
        }
        // P4: the new parent comes in the step in which the last child of the old one ended.
        if (book.parent == null && open(step, book)) {
            Halting.pass(step, book);
            Working.reconcile(step, book, book.parent);
        }
    }

    private static void work(Step step, Book book) {
        if (book.parent != null) {
            resize(step, book, book.parent);
            Working.reconcile(step, book, book.parent);
            end(step, book, book.parent);
        }
    }

    /** Whether a requirement of this sign is on the parent's side. */
    static boolean serves(ParentRow p, long reqqty) {
        return reqqty != 0 && reqqty > 0 == p.buy;
    }

    private static boolean open(Step step, Book book) {
        long qty = Lots.down(Math.abs(book.reqqty), Lots.lot(step, book));
        if (qty == 0 || resting(step, book) || Orphans.otherSide(book, book.reqqty > 0)) {
            return false;
        }
        Meta meta = step.meta();
        meta.parents++;
        ParentRow p = ParentRow.newBuilder()
                .setParentid(Ids.of(meta.partition, meta.parents)).setSym(book.sym)
                .setBuy(book.reqqty > 0).setTgtqty(qty)
                .setStatus(ParentOrderStatus.WORKING.ordinal()).setCreated(step.now()).build();
        Schedule.begin(step, p, book.requrgency);
        book.parent = p;
        Records.changed(step, p);
        Records.schedule(step, p);
        return true;
    }

    private static boolean resting(Step step, Book book) {
        return step.clock() < book.restuntil && book.reqtarget == book.failedtarget;
    }

    private static void resize(Step step, Book book, ParentRow p) {
        boolean reversed = book.reqqty != 0 && !serves(p, book.reqqty);
        long before = p.tgtqty;
        long wanted = p.filled + workable(step, book, p);
        // What is failing may still get less, but never more.
        if (reversed || p.failing && wanted > before) {
            return;
        }
        boolean changed = book.reqqty != 0 && !p.failing && Schedule.hasten(step, p, book.requrgency);
        if (wanted > 0 && wanted != before) {
            p.tgtqty = wanted;
            changed = true;
            if (wanted > before) {
                Schedule.extend(p, before);
            }
        }
        if (changed) {
            p.revision++;
            Records.changed(step, p);
            Records.schedule(step, p);
        }
    }

    /** P2: |requirement| in so far as it is open already, and of the rest whole lots [shares]. */
    private static long workable(Step step, Book book, ParentRow p) {
        long required = Math.abs(book.reqqty);
        long open = 0;
        for (ChildRow c : book.children) {
            open += c.parentid == p.parentid ? OpenQuantity.worst(c) : 0;
        }
        open = Math.min(open, required);
        return open + Lots.down(required - open, Lots.lot(step, book));
    }

    /** P5: ends the parent when no child is live and there is nothing left for it to do. */
    static void end(Step step, Book book, ParentRow p) {
        for (ChildRow c : book.children) {
            if (c.parentid == p.parentid) {
                return;
            }
        }
        if (p.filled >= p.tgtqty && p.tgtqty > 0) {
            book.failures = 0;
            book.restuntil = 0;
            close(step, book, p, ParentEvent.MET, null);
        } else if (book.reqqty != 0 && !serves(p, book.reqqty)) {
            close(step, book, p, ParentEvent.REVERSED, ParentEvent.REVERSED.name());
        } else if (workable(step, book, p) == 0) {
            close(step, book, p, ParentEvent.WITHDRAWN, ParentEvent.WITHDRAWN.name());
        } else if (p.failing) {
            fail(step, book, p);
        }
    }

    /** P7: the symbol rests, each time twice as long. */
    private static void fail(Step step, Book book, ParentRow p) {
        long rest = Micros.ofMillis(step.policy().getRestms()) << Math.min(book.failures, MAX_DOUBLINGS);
        book.failures++;
        book.restuntil = step.clock() + rest;
        book.failedtarget = book.reqtarget;
        step.breach(BreachCode.PARENT_FAILED, Subject.of(p), "parentid=" + p.parentid
                + ", filled=" + p.filled + ", tgtqty=" + p.tgtqty + ", why=" + p.note
                + ", restms=" + rest / 1000);
        close(step, book, p, ParentEvent.GIVEN_UP, p.note);
    }

    private static void close(Step step, Book book, ParentRow p, ParentEvent event, String note) {
        p.status = ParentTransitions.next(Records.parentStatus(p.status), event).ordinal();
        p.note = note;
        p.closedat = step.clock();
        Records.changed(step, p);
        Records.schedule(step, p);
        if (p == book.parent) {
            book.parent = null;
        } else {
            book.stuck = null;
        }
        step.state().closedParents.put(p.parentid, p);
        step.state().evictAfter(step.clock(), "p" + p.parentid, step.policy());
    }

    /** The parent of a child, live or closed; null once it has left the state. */
    public static ParentRow of(Step step, Book book, ChildRow c) {
        if (book.parent != null && book.parent.parentid == c.parentid) {
            return book.parent;
        }
        return book.stuck != null && book.stuck.parentid == c.parentid
                ? book.stuck : step.state().closedParents.get(c.parentid);
    }

    /** A fill, or what takes one back, moves what the child's parent has filled. Terminal absorbs (P5). */
    public static void filled(Step step, Book book, ChildRow c, long qty) {
        ParentRow p = of(step, book, c);
        if (p == null) {
            return;
        }
        p.filled += qty;
        p.ends = qty > 0 ? 0 : p.ends;
        Records.changed(step, p);
        if (p != book.parent && p != book.stuck) {
            step.state().closedParents.put(p.parentid, p);
        }
    }

    /** E6: a reject returns its quantity; a transient one is retried after a growing time, boundedly. */
    public static void rejected(Step step, Book book, ChildRow c, boolean mayRetry, String why) {
        ParentRow p = book.parent;
        if (p == null || p.parentid != c.parentid) {
            return;
        }
        p.rejects++;
        retry(step, p, mayRetry ? p.rejects : Integer.MAX_VALUE, why);
    }

    /**
     * E6: a child that its broker ended and nobody had asked to is retried as a transient reject is,
     * or a broker that takes and drops whatever it is sent would be sent it without end.
     */
    public static void ended(Step step, Book book, ChildRow c, String why) {
        ParentRow p = book.parent;
        if (p == null || p.parentid != c.parentid || !serves(p, book.reqqty)) {
            return;
        }
        p.ends++;
        retry(step, p, p.ends, why);
    }

    private static void retry(Step step, ParentRow p, int times, String why) {
        p.note = why;
        if (times <= step.policy().getRetries()) {
            p.retryat = step.clock()
                    + (Micros.ofMillis(step.policy().getRetryms()) << Math.min(times - 1, MAX_DOUBLINGS));
        } else {
            p.failing = true;
        }
        Records.changed(step, p);
        Records.schedule(step, p);
    }

    /** The broker has taken a child: rejects before it were transient indeed. */
    public static void accepted(Step step, Book book, ChildRow c) {
        ParentRow p = book.parent;
        if (p != null && p.parentid == c.parentid && p.rejects > 0) {
            p.rejects = 0;
            p.retryat = 0;
            p.note = null;
            Records.changed(step, p);
            Records.schedule(step, p);
        }
    }
}
