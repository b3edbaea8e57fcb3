package io.qtrader.core.risk;

import io.qtrader.core.child.Usage;
import io.qtrader.core.state.Book;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.UsageRow;
import io.qtrader.schemas.LimitType;

/** Holds what has been used against ORDER_RATE and OPEN_CHILDREN (R1). */
public final class Allotments {
    private Allotments() {}

    private static double limit(Step step, LimitType type, String sym, String scope) {
        return scope.startsWith("sym:") ? Limits.own(step, type, sym) : Limits.share(step, type, scope);
    }

    /** R4: which limit keeps a new child from being sent now, or null. */
    static String full(Step step, String sym, String brokerid) {
        for (String scope : Usage.scopes(sym, brokerid)) {
            double limit = limit(step, LimitType.OPEN_CHILDREN, sym, scope);
            long open = Usage.row(step, scope).open;
            if (open + 1 > limit) {
                return "LIMIT_OPEN_CHILDREN: limit=" + (long) limit + ", open=" + open
                        + ", scope=" + (scope.isEmpty() ? "all" : scope);
            }
        }
        return null;
    }

    /** R4: which rate keeps anything from being sent in this second, or null; sets when it ends. */
    public static String tooFast(Step step, Book book, String brokerid) {
        for (String scope : Usage.scopes(book.sym, brokerid)) {
            double limit = limit(step, LimitType.ORDER_RATE, book.sym, scope);
            UsageRow row = Usage.row(step, scope);
            long left = row.second + Usage.SECOND - step.clock();
            if (left > 0 && row.sent + 1 > limit) {
                book.sendafter = step.clock() + left;
                return "LIMIT_ORDER_RATE: limit=" + (long) limit + ", scope="
                        + (scope.isEmpty() ? "all" : scope);
            }
        }
        book.sendafter = 0;
        return null;
    }
}
