package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.Reason;
import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.ReportType;
import java.util.ArrayList;
import java.util.List;

/** Writes what happens to orders into the books, as the reports that go out. */
final class Reporting {

    private final Ledger ledger;
    private final List<Entry> written = new ArrayList<>();

    Reporting(Ledger ledger) {
        this.ledger = ledger;
    }

    void record(Entry entry) {
        ledger.apply(entry);
        written.add(entry);
    }

    /** What was written since the last call. */
    List<Entry> drain() {
        List<Entry> drained = List.copyOf(written);
        written.clear();
        return drained;
    }

    void report(String sender, Draft draft) {
        repeat(sender, draft.write(ledger.nextExecid()));
    }

    /** Sends a report as it is, under a new number but with its own execution id. */
    void repeat(String sender, Report report) {
        record(new Entry.Reported(sender, ledger.reports(sender).size() + 1, report));
    }

    void acked(VenueOrder order, long at) {
        report(order.sender, new Draft(ReportType.NEW, at, order));
    }

    void filled(VenueOrder order, long qty, double price, long at) {
        long cum = order.cumqty + qty;
        long leaves = order.status.isDone() ? 0 : Math.max(0, order.size - cum);
        report(order.sender,
                new Draft(ReportType.FILL, at, order).executed(qty, price).filled(cum, leaves));
    }

    /** {@code clordid}: the request that it answers, or the order's own where none asked for it. */
    void canceled(VenueOrder order, String clordid, String words, long at) {
        report(order.sender,
                new Draft(ReportType.CANCELED, at, order).answering(clordid)
                        .filled(order.cumqty, 0).saying(words));
    }

    void expired(VenueOrder order, long at) {
        report(order.sender, new Draft(ReportType.EXPIRED, at, order).filled(order.cumqty, 0));
    }

    void rejected(VenueOrder order, Reason reason, boolean mayPass, String words, long at) {
        report(order.sender,
                new Draft(ReportType.REJECTED, at, order).filled(order.cumqty, 0)
                        .because(reason, mayPass, words));
    }

    /** The total size becomes {@code size}, or what is filled already when that is more. */
    void replaced(VenueOrder order, String clordid, long size, double price, long at) {
        long total = Math.max(size, order.cumqty);
        report(order.sender,
                new Draft(ReportType.REPLACED, at, order).answering(clordid).ordered(total, price)
                        .filled(order.cumqty, total - order.cumqty));
    }

    void busted(VenueOrder order, Report fill, boolean reopen, long at) {
        long gone = ledger.counted(fill.execid());
        report(order.sender,
                changed(order, ReportType.BUST, order.cumqty - gone, reopen, at)
                        .on(fill).executed(gone, fill.price()));
    }

    void corrected(VenueOrder order, Report fill, long qty, double price, long at) {
        long cum = order.cumqty - ledger.counted(fill.execid()) + qty;
        report(order.sender,
                changed(order, ReportType.CORRECT, cum, false, at).on(fill).executed(qty, price));
    }

    private static Draft changed(
            VenueOrder order, ReportType type, long cum, boolean reopen, long at) {
        boolean works = reopen || !order.status.isDone();
        return new Draft(type, at, order).filled(cum, works ? Math.max(0, order.size - cum) : 0);
    }
}
