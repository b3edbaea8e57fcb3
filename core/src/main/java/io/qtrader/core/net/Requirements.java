package io.qtrader.core.net;

import io.qtrader.core.risk.Gate;
import io.qtrader.core.risk.Limits;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Stream;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.AggTarget;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.Requirement;
import java.util.Objects;

/**
 * Says what must change in a symbol, whenever that has changed (N2, N3, N5), from targets, limits and the
 * position alone: orders are not seen here (N4).
 */
public final class Requirements {
    private Requirements() {}

    /** Works out target and requirement of a book anew and puts out what is different. */
    public static void update(Step step, Book book) {
        if (book.strategies > 0) {
            target(step, book);
        }
        boolean speaks = Gate.flattened(step, book) || book.strategies > 0 && book.awaited.isEmpty();
        if (speaks) {
            requirement(step, book);
        } else if (book.hasreq) {
            suspend(step, book);
        }
    }

    /** N3: an opening statement has named strategies that have not spoken: nothing is to be done till then. */
    private static void suspend(Step step, Book book) {
        book.hasreq = false;
        book.reqqty = 0;
        book.reqnote = "AWAITS " + String.join(",", book.awaited);
        step.emit(Stream.REQUIREMENTS, book.sym, new Requirement(step.time(), book.sym, 0L,
                book.sumtgt - book.position, book.sumtgt, book.position,
                book.tgturgency / Records.MICRO, step.offset(), book.reqnote));
    }

    /** N2: AggTarget = sum of tgtpos. */
    private static void target(Step step, Book book) {
        long urgency = urgency(book);
        if (book.tgtstrategies == book.strategies && book.target == book.sumtgt
                && book.tgturgency == urgency) {
            return;
        }
        book.target = book.sumtgt;
        book.tgturgency = urgency;
        book.tgtstrategies = book.strategies;
        step.emit(Stream.TARGETS, book.sym, new AggTarget(step.time(), book.sym, book.target,
                urgency / Records.MICRO, book.strategies));
    }

    /**
     * N2: urgency = sum(weight x urgency) / sum(weight), rounded half up [millionths]. Where nobody
     * wants anything more the plain mean stands in.
     */
    private static long urgency(Book book) {
        return book.sumweight > 0
                ? (book.sumweighted + book.sumweight / 2) / book.sumweight
                : (book.sumurgency + book.strategies / 2) / book.strategies;
    }

    /** N3: ReqQty = AggTarget - Position, with a target of 0 while flattened (R2). */
    private static void requirement(Step step, Book book) {
        boolean flatten = Gate.flattened(step, book);
        long target = flatten ? 0 : book.sumtgt;
        long urgency = flatten ? (long) Records.MICRO : book.tgturgency;
        long raw = target - book.position;
        long allowed = flatten ? target : Limits.position(step, book, target);
        // N5: raw and allowed quantity, and why they differ.
        String note = flatten ? "FLATTEN" : allowed == target ? null
                : "LIMIT_POSITION: allowed=" + allowed + ", asked=" + target;
        long qty = allowed - book.position;
        if (book.hasreq && book.rawqty == raw && book.reqqty == qty && book.reqtarget == target
                && book.reqposition == book.position && book.requrgency == urgency
                && Objects.equals(book.reqnote, note)) {
            return;
        }
        if (allowed != target && !Objects.equals(book.reqnote, note)) {
            step.breach(BreachCode.LIMIT_POSITION, Subject.of(book.sym), note.substring(note.indexOf(' ') + 1));
        }
        book.hasreq = true;
        book.rawqty = raw;
        book.reqqty = qty;
        book.reqtarget = target;
        book.reqposition = book.position;
        book.requrgency = urgency;
        book.reqnote = note;
        step.emit(Stream.REQUIREMENTS, book.sym, new Requirement(step.time(), book.sym,
                book.reqqty, raw, target, book.position, urgency / Records.MICRO, step.offset(), note));
    }
}
