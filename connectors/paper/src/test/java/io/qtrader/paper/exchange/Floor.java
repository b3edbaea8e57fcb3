package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.Answer;
import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.Request;
import io.qtrader.schemas.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A venue under a clock of its own, spoken to and read in few words. */
final class Floor {

    static final long OPEN = 1_700_000_000_000_000L; // 2023-11-14T22:13:20Z
    static final String SENDER = "desk";

    final List<Entry> books = new ArrayList<>();
    private final Behaviour behaviour;
    private Venue venue;
    private long now = OPEN;
    private int read;

    Floor(Behaviour behaviour) {
        this.behaviour = behaviour;
        restart();
    }

    /** Quick: 1 ms to answer, a look each 100 ms, halves at a time. */
    static VenueSettings settings() {
        return VenueSettings.DEFAULT.withLatencyMs(1, 1).withParts(0.5, 0.5, 1).withPassive(0, 0);
    }

    static Floor scripted(String... lines) {
        try {
            return new Floor(Behaviour.parse("script", Arrays.asList(lines), settings()));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What a crash leaves is the books. */
    void restart() {
        venue = new Venue(behaviour, List.copyOf(books), "V", now);
        keep();
    }

    Floor quote(double bid, double ask, double last) {
        return take(new Request.MarketQuote("AAPL", bid, ask, last, 0, 0));
    }

    Floor quote(double bid, long bidsize, double ask, long asksize) {
        return take(new Request.MarketQuote("AAPL", bid, ask, 0, bidsize, asksize));
    }

    Floor buy(String clordid, double price, long size) {
        return take(new Request.NewOrder(clordid, "AAPL", Side.BUY, price, size));
    }

    Floor sell(String clordid, double price, long size) {
        return take(new Request.NewOrder(clordid, "AAPL", Side.SELL, price, size));
    }

    Floor cancel(String clordid, String orig) {
        return take(new Request.Cancel(clordid, orig));
    }

    Floor replace(String clordid, String orig, double price, long size) {
        return take(new Request.Replace(clordid, orig, price, size));
    }

    Floor status(String clordid) {
        return take(new Request.Status(clordid, "r"));
    }

    Floor take(Request request) {
        venue.take(now, SENDER, request);
        keep();
        return this;
    }

    Optional<Answer> ask(Request request) {
        Optional<Answer> answer = venue.take(now, SENDER, request);
        keep();
        return answer;
    }

    Floor pass(long ms) {
        now += ms * 1000;
        venue.advance(now);
        keep();
        return this;
    }

    Floor cancelAll() {
        venue.cancelAll(now, SENDER);
        keep();
        return this;
    }

    Answer.LedgerView ledger() {
        return (Answer.LedgerView) ask(new Request.LedgerQuery()).orElseThrow();
    }

    List<Report> reports() {
        return List.copyOf(venue.reports(SENDER));
    }

    Report last() {
        List<Report> all = venue.reports(SENDER);
        return all.get(all.size() - 1);
    }

    /** The reports since the last call: `FILL 1 40@182.51 40/60` is cumqty/leavesqty. */
    List<String> said() {
        List<Report> all = venue.reports(SENDER);
        List<String> said = all.subList(read, all.size()).stream().map(Floor::words).toList();
        read = all.size();
        return said;
    }

    private void keep() {
        books.addAll(venue.drain());
    }

    private static String words(Report r) {
        return r.exec() + " " + r.clordid() + (r.qty() == 0 ? "" : " " + r.qty() + "@" + r.price())
                + " " + r.cumqty() + "/" + r.leavesqty()
                + (r.reason() == null ? "" : " " + r.reason());
    }
}
