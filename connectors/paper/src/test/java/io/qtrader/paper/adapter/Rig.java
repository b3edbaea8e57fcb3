package io.qtrader.paper.adapter;

import io.qtrader.paper.exchange.Behaviour;
import io.qtrader.paper.exchange.Venue;
import io.qtrader.paper.exchange.VenueSettings;
import io.qtrader.paper.wire.Answer;
import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.Request;
import io.qtrader.paper.wire.UnreadableLineException;
import io.qtrader.paper.wire.Wire;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Execution;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * The adapter's logic between a real venue and lists for its log and its topic, on one clock. It
 * can die before any of its effects on the world; what is left then is the log, and it starts anew.
 */
final class Rig {

    /** The process is gone. */
    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private interface Life {
        void live() throws IOException;
    }

    final List<String> log = new ArrayList<>();
    final List<Execution> published = new ArrayList<>();
    final List<Request> sent = new ArrayList<>();
    /** It dies before these effects, counted from 1 over all its lives. */
    final Set<Integer> deaths = new TreeSet<>();
    int effects;
    long downMs;
    boolean adopt;
    boolean clusterAway;
    /** What the venue says takes until time passes. */
    boolean lagging;

    private final Wire<LogEntry> wire = new Wire<>(LogEntry.class);
    private final Executions executions;
    Venue venue;
    private long now = 1_700_000_000_000_000L;
    private long nextSeq;
    private int lives;

    AdapterState state;
    private LineSession session;
    private Conduct conduct;

    Rig(String... script) {
        try {
            VenueSettings settings = VenueSettings.DEFAULT
                    .withLatencyMs(1, 1).withParts(0.5, 0.5, 1).withPassive(0, 0);
            Behaviour behaviour = Behaviour.parse("script", Arrays.asList(script), settings);
            venue = new Venue(behaviour, List.of(), "V", now);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        executions = new Executions("paper", () -> Instant.EPOCH.plusNanos(now * 1000));
        quote(182.49, 182.51);
    }

    /** Another exchange on the same port, whose books are empty. */
    Rig otherVenue() {
        venue = new Venue(Behaviour.of(VenueSettings.DEFAULT), List.of(), "W", now);
        return this;
    }

    /** The log is lost. */
    Rig lostLog() {
        log.clear();
        return this;
    }

    Rig quote(double bid, double ask) {
        venue.take(now, "paper", new Request.MarketQuote("AAPL", bid, ask, 0, 0, 0));
        return this;
    }

    /** A line is up; also after a death, when memory is what the log says. */
    Rig connect() {
        immortally(this::begin);
        return this;
    }

    /** The reader hands an instruction out until it has been handled. */
    Rig instruct(ChildOrder... orders) {
        for (ChildOrder order : orders) {
            immortally(() -> {
                conduct.run(new Instructions(state, session, executions).of(order));
                conduct.settle();
            });
            immortally(this::takeUnlessLagging);
        }
        return this;
    }

    /** Somebody else uses our session. */
    Rig another(Request request) {
        venue.take(now, "paper", request);
        return this;
    }

    /** Time goes by, a millisecond at a time, and what the venue says is taken. */
    Rig pass(long ms) {
        for (long i = 0; i < ms; i++) {
            now += 1000;
            venue.advance(now);
            immortally(this::take);
        }
        return this;
    }

    Rig silence(DeadMan deadMan, long nowMs) {
        immortally(() -> conduct.run(deadMan.due(state, nowMs)));
        return this;
    }

    /** What was published since the last call: `FILL 1/0 50 50/50` is qty cumqty/leavesqty. */
    List<String> said() {
        List<String> said = published.stream()
                .map(e -> e.getType() + " " + e.getChildid() + "/" + e.getRequest()
                        + (e.getQty() == 0 ? "" : " " + e.getQty())
                        + " " + e.getCumqty() + "/" + e.getLeavesqty())
                .toList();
        published.clear();
        return said;
    }

    Answer.LedgerView ledger() {
        return (Answer.LedgerView)
                venue.take(now, "paper", new Request.LedgerQuery()).orElseThrow();
    }

    /** Dies now, and stays away for so long. */
    Rig die(long ms) {
        downMs = ms;
        return connect();
    }

    private void immortally(Life life) {
        while (true) {
            try {
                life.live();
                return;
            } catch (Death e) {
                immortally(this::begin);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void begin() throws IOException {
        now += downMs * 1000;
        venue.advance(now);
        state = new AdapterState();
        for (String line : log) {
            try {
                state.apply(wire.read(line));
            } catch (UnreadableLineException e) {
                throw new IOException(e);
            }
        }
        nextSeq = 0;
        session = new LineSession("run" + ++lives);
        conduct = new Conduct(state, session, new MemoryLog(), this::send, this::publish);
        conduct.run(new Recovery(state, session, adopt).of(new Answer.LoggedOn(
                venue.venueid(), "paper", venue.reports("paper").size())));
        conduct.settle();
        do {
            now += lagging ? 1000 : 0;
            venue.advance(now);
            take();
            now += session.isQuiet() ? 0 : 1000;
        } while (!session.isQuiet());
    }

    private void takeUnlessLagging() throws IOException {
        if (!lagging) {
            take();
        }
    }

    private void take() throws IOException {
        List<Report> reports = venue.reports("paper");
        while (nextSeq > 0 && nextSeq <= reports.size()) {
            Answer.Sequenced report =
                    new Answer.Sequenced(nextSeq, reports.get((int) nextSeq - 1));
            nextSeq++;
            conduct.run(new Answers(state, session, executions).of(report));
        }
        conduct.settle();
    }

    private void send(Request request) {
        effect();
        sent.add(request);
        if (request instanceof Request.Resend resend) {
            nextSeq = resend.fromSeq();
        } else {
            venue.take(now, "paper", request);
        }
    }

    private CompletableFuture<?> publish(Execution execution) {
        effect();
        if (clusterAway) {
            clusterAway = false;
            return CompletableFuture.failedFuture(new Death());
        }
        published.add(execution);
        return CompletableFuture.completedFuture(null);
    }

    private void effect() {
        if (deaths.contains(++effects)) {
            throw new Death();
        }
    }

    private final class MemoryLog implements Conduct.Log {

        @Override
        public void append(LogEntry entry) {
            effect();
            log.add(wire.line(entry));
        }

        @Override
        public void sync() {
            // A list does not forget.
        }
    }
}
