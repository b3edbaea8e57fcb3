package io.qtrader.core.position;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.Ids;
import io.qtrader.core.state.Meta;
import io.qtrader.core.state.QuoteRow;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.Fill;
import io.qtrader.schemas.FillMark;
import io.qtrader.schemas.FillType;
import io.qtrader.schemas.Side;
import io.qtrader.schemas.StrategyShare;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Offsetting wants of strategies cross inside the house when the later intent arrives: at the
 * quote's mid, without a price if there is none, recorded as such (S4). The position does not move.
 */
public final class Crosses {
    private Crosses() {}

    /** Crosses what can be crossed in a symbol. */
    public static void cross(Step step, Book book) {
        long qty = Math.min(book.wantbuy, book.wantsell);
        if (qty == 0) {
            return;
        }
        List<StrategyShare> shares = new ArrayList<>();
        move(step, book, qty, book.wantbuy, 1, shares);
        move(step, book, qty, book.wantsell, -1, shares);
        record(step, book, shares);
    }

    private static void move(
            Step step, Book book, long qty, long total, int sign, List<StrategyShare> shares) {
        List<Shares.Want> wants = Shares.wants(step, book.sym, sign);
        Shares.apportion(wants, qty, total);
        for (Shares.Want want : wants) {
            if (want.part != 0) {
                shares.add(Shares.give(step, book.sym, want.strat, sign * want.part));
            }
        }
    }

    private static void record(Step step, Book book, List<StrategyShare> shares) {
        Meta meta = step.meta();
        meta.crosses++;
        String execid = "cross-" + Ids.of(meta.partition, meta.crosses);
        QuoteRow q = book.quote;
        double mid = q == null || q.bid <= 0 || q.ask <= 0 ? 0 : (q.bid + q.ask) / 2;
        step.emit(Stream.FILLS, execid, new Fill(step.time(), step.time(), FillType.CROSS,
                FillMark.NONE, Shares.HOUSE, step.time().atOffset(ZoneOffset.UTC).toLocalDate(),
                execid, null, 0L, 0L, 0L, book.sym, Side.BUY, 0L, mid, book.position, shares));
    }
}
