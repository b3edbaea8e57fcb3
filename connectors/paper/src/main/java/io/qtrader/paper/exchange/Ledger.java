package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.Answer;
import io.qtrader.paper.wire.Reason;
import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.Request;
import io.qtrader.schemas.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The exchange's books: orders, sessions, executions, positions. Changed by entries alone. */
final class Ledger {

    /** One session's reports and client order ids; an id maps to null when its order is unknown. */
    private static final class Session {
        final List<Report> reports = new ArrayList<>();
        final Map<String, VenueOrder> clordids = new HashMap<>();
    }

    private final Map<String, Session> sessions = new HashMap<>();
    private final List<VenueOrder> orders = new ArrayList<>();
    private final Map<String, Report> executions = new LinkedHashMap<>();
    /** What an execution counts for now [shares], after busts and corrections. */
    private final Map<String, Long> counted = new HashMap<>();
    private final TreeMap<String, Long> positions = new TreeMap<>();
    /** Requests taken and not yet decided, by sender and client order id, in their order. */
    private final Map<String, Entry.Received> undecided = new LinkedHashMap<>();

    private String venueid = "";
    private long newOrders;
    private long execids;

    void apply(Entry entry) {
        if (entry instanceof Entry.Opened opened) {
            venueid = opened.venueid();
        } else if (entry instanceof Entry.Received received) {
            apply(received);
        } else if (entry instanceof Entry.Lost lost) {
            apply(lost);
        } else if (entry instanceof Entry.Reported reported) {
            apply(reported);
        } else {
            throw new IllegalStateException("entry without a rule: " + entry);
        }
    }

    private void apply(Entry.Received received) {
        Session session = session(received.sender());
        Request.Numbered request = received.request();
        VenueOrder order = null;
        if (request instanceof Request.NewOrder fresh) {
            newOrders++;
            order = new VenueOrder(newOrders, received.sender(), venueid + "-o" + newOrders, fresh);
            orders.add(order);
        } else {
            order = session.clordids.get(orig(request));
            if (order != null) {
                order.count(request);
                order.clordids.add(request.clordid());
            }
        }
        session.clordids.put(request.clordid(), order);
        undecided.put(key(received.sender(), request.clordid()), received);
    }

    private void apply(Entry.Lost lost) {
        if (lost.request() instanceof Request.NewOrder) {
            newOrders++;
        } else {
            session(lost.sender()).clordids.get(orig(lost.request())).count(lost.request());
        }
    }

    private void apply(Entry.Reported reported) {
        Session session = session(reported.sender());
        Report report = reported.report();
        if (reported.seq() != session.reports.size() + 1) {
            throw new IllegalStateException(
                    "session " + reported.sender() + ": expected report "
                            + (session.reports.size() + 1)
                            + ", found " + reported.seq());
        }
        session.reports.add(report);
        execids = Math.max(execids, numberOf(report.execid()));
        switch (report.exec()) {
            case STATUS, UNKNOWN -> { }
            case REJECTED, CANCEL_REJECTED, REPLACE_REJECTED -> refused(session, reported);
            case NEW, CANCELED, REPLACED, EXPIRED -> happened(session, reported);
            case FILL, BUST, CORRECT -> executed(session, reported);
        }
    }

    private void refused(Session session, Entry.Reported reported) {
        // A refused repetition says nothing about the order that has the id already.
        if (reported.report().reason() != Reason.DUPLICATE) {
            happened(session, reported);
        }
    }

    private void happened(Session session, Entry.Reported reported) {
        undecided.remove(key(reported.sender(), reported.report().clordid()));
        VenueOrder order = session.clordids.get(reported.report().clordid());
        if (order != null) {
            order.apply(reported.report());
        }
    }

    private void executed(Session session, Entry.Reported reported) {
        Report report = reported.report();
        if (executions.putIfAbsent(report.execid(), report) != null) {
            return; // sent a second time
        }
        happened(session, reported);
        long delta =
                switch (report.exec()) {
                    case BUST -> -counted.put(report.refexecid(), 0L);
                    case CORRECT -> report.qty() - counted.put(report.refexecid(), report.qty());
                    default -> report.qty();
                };
        if (report.refexecid() == null) {
            counted.put(report.execid(), report.qty());
            session.clordids.get(report.clordid()).fills.add(report);
        }
        positions.merge(report.sym(), report.side() == Side.BUY ? delta : -delta, Long::sum);
    }

    String venueid() {
        return venueid;
    }

    /** The number that the next new order gets. */
    long nextOrder() {
        return newOrders + 1;
    }

    String nextExecid() {
        return venueid + "-" + (execids + 1);
    }

    boolean isUsed(String sender, String clordid) {
        return session(sender).clordids.containsKey(clordid);
    }

    Optional<VenueOrder> order(String sender, String clordid) {
        return Optional.ofNullable(session(sender).clordids.get(clordid));
    }

    /** The execution itself, and what it counts for now. */
    Optional<Report> execution(String execid) {
        return Optional.ofNullable(executions.get(execid)).filter(r -> counted.containsKey(execid));
    }

    long counted(String execid) {
        return counted.get(execid);
    }

    List<VenueOrder> orders() {
        return orders;
    }

    List<Entry.Received> undecided() {
        return List.copyOf(undecided.values());
    }

    /** The session's reports; report n is at n - 1. */
    List<Report> reports(String sender) {
        return session(sender).reports;
    }

    Answer.LedgerView view() {
        List<Answer.OrderView> views =
                orders.stream()
                        .map(o -> new Answer.OrderView(
                                o.sender, List.copyOf(o.clordids), o.sym, o.size,
                                o.cumqty, o.status.name()))
                        .toList();
        return new Answer.LedgerView(
                new TreeMap<>(positions), List.copyOf(executions.values()), views);
    }

    private Session session(String sender) {
        return sessions.computeIfAbsent(sender, s -> new Session());
    }

    /** The client order id by which a cancel or replace names its order. */
    static String orig(Request.Numbered request) {
        return request instanceof Request.Cancel cancel
                ? cancel.origclordid()
                : ((Request.Replace) request).origclordid();
    }

    private static String key(String sender, String clordid) {
        return sender + '\n' + clordid;
    }

    private static long numberOf(String execid) {
        return Long.parseLong(execid.substring(execid.lastIndexOf('-') + 1));
    }
}
