package io.qtrader.core.net;

import io.qtrader.core.position.Crosses;
import io.qtrader.core.position.Shares;
import io.qtrader.core.position.Strategies;
import io.qtrader.core.risk.Limits;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.Bounds;
import io.qtrader.core.state.Micros;
import io.qtrader.core.state.Names;
import io.qtrader.core.state.Records;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.StrategyRow;
import io.qtrader.core.state.Subject;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.Policy;
import io.qtrader.schemas.RejectCode;

/** Takes intents into the sums of their symbol (N1, N2). */
public final class Netting {
    /** Bounds sum(weight x urgency) well inside a long. */
    private static final long MAX_SUM_WEIGHT = 4_000_000_000_000L;

    private Netting() {}

    /** Lets an intent stand in place of its strategy's last one, or refuses it. Whether it stands. */
    public static boolean intent(Step step, Intent intent) {
        Book book = step.state().book(intent.getSym());
        StrategyRow row = step.state().strategy(intent.getSym(), intent.getStrat());
        if (refused(step, intent, book, row)) {
            return false;
        }
        boolean halted = Strategies.halted(step, intent.getSym(), intent.getStrat());
        Strategies.change(step, book, intent.getStrat(), row, () -> {
            row.spoken = true;
            row.halted = halted;
            row.time = Micros.of(intent.getTime());
            row.asked = intent.getTgtpos();
            row.tgtpos = Strategies.effective(row);
            row.urgency = Math.round(intent.getUrgency() * Records.MICRO);
            row.weight = Math.abs(row.tgtpos - row.position);
        });
        book.awaited.remove(intent.getStrat());
        Crosses.cross(step, book);
        return true;
    }

    private static boolean refused(Step step, Intent i, Book book, StrategyRow row) {
        Policy policy = step.policy();
        Subject who = Subject.of(i.getSym(), i.getStrat());
        long time = Micros.of(i.getTime());
        if (time < 0) {
            step.reject(RejectCode.TIME_INVALID, who, "time=" + i.getTime());
        } else if (i.getStrat().isEmpty()) {
            step.reject(RejectCode.EMPTY_STRAT, who, "sym=" + i.getSym());
        } else if (!Names.valid(i.getStrat())) {
            step.reject(RejectCode.NAME_INVALID, who, "strat has " + i.getStrat().length()
                    + " characters, allowed are 1 to " + Names.MAX_LENGTH + " without control characters or |");
        } else if (i.getStrat().equals(Shares.HOUSE)) {
            step.reject(RejectCode.RESERVED_STRAT, who, "strat=" + i.getStrat());
        } else if (!(i.getUrgency() >= 0 && i.getUrgency() <= 1)) {
            step.reject(RejectCode.URGENCY_RANGE, who, "urgency=" + i.getUrgency() + ", min=0, max=1");
        } else if (Bounds.beyond(i.getTgtpos(), policy.getMaxqty())) {
            step.reject(RejectCode.QTY_RANGE, who,
                    "tgtpos=" + i.getTgtpos() + ", maxqty=" + policy.getMaxqty());
        } else if (overfull(book, row, i.getTgtpos(), policy.getMaxqty())) {
            step.reject(RejectCode.QTY_RANGE, who, "tgtpos=" + i.getTgtpos()
                    + ", sum=" + book.sumtgt + ", maxqty=" + policy.getMaxqty());
        } else if (row.spoken && time < row.time) {
            step.reject(RejectCode.STALE, who,
                    "time=" + i.getTime() + ", standing=" + Micros.instant(row.time));
        } else if (time - step.now() > Micros.ofMillis(policy.getFuturems())) {
            step.reject(RejectCode.FUTURE, who, "time=" + i.getTime() + ", entry=" + step.time()
                    + ", futurems=" + policy.getFuturems());
        } else {
            return Limits.refuses(step, i);
        }
        return true;
    }

    private static boolean overfull(Book book, StrategyRow row, long tgtpos, long max) {
        long sum = book.sumtgt - (row.spoken ? row.tgtpos : 0) + tgtpos;
        long weights = book.sumweight - (row.spoken ? row.weight : 0) + Math.abs(tgtpos - row.position);
        return Bounds.beyond(sum, max) || weights > MAX_SUM_WEIGHT;
    }
}
