package io.qtrader.paper.adapter;

import io.qtrader.paper.adapter.Child.Sending;
import io.qtrader.paper.wire.Reason;
import io.qtrader.paper.wire.ReportType;
import io.qtrader.schemas.Side;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the adapter knows: its log, added up. Nothing but log entries changes it. */
final class AdapterState {

    private final Map<Long, Child> children = new LinkedHashMap<>();
    /** Children of which nothing more is expected, with the last instruction that they had. */
    private final Map<Long, Integer> closed = new HashMap<>();
    private final Set<Long> barred = new HashSet<>();
    private final Map<String, LogEntry.Asked> asked = new LinkedHashMap<>();
    private String venueid = "";
    private long lastSeq;

    void apply(LogEntry entry) {
        if (entry instanceof LogEntry.Session session) {
            venueid = session.venueid();
            lastSeq = session.lastSeq();
        } else if (entry instanceof LogEntry.Intent intent) {
            intended(intent);
        } else if (entry instanceof LogEntry.Again again) {
            sending(again.clordid()).orElseThrow().again = true;
        } else if (entry instanceof LogEntry.Asked question) {
            asked.put(question.clordid(), question);
        } else if (entry instanceof LogEntry.Barred bar) {
            barred.add(bar.childid());
            Child child = children.remove(bar.childid());
            closed.put(bar.childid(), child == null ? -1 : child.lastRequest);
        } else if (entry instanceof LogEntry.Processed processed) {
            apply(processed);
        } else if (!(entry instanceof LogEntry.Sent)) {
            throw new IllegalStateException("log entry without a rule: " + entry);
        }
    }

    private void intended(LogEntry.Intent intent) {
        String clordid = intent.request().clordid();
        Child child = child(clordid, intent.sym(), intent.side());
        child.sendings.put(clordid, new Sending(intent.request()));
        ClOrdId id = ClOrdId.parse(clordid).orElseThrow();
        if (!id.isDeadman()) {
            child.lastRequest = Math.max(child.lastRequest, id.request());
        }
    }

    private void apply(LogEntry.Processed p) {
        lastSeq = p.seq();
        if (p.answered() != null) {
            asked.remove(p.answered());
        }
        ClOrdId id = ClOrdId.parse(p.clordid()).orElse(null);
        if (id == null || isOwnRepetition(p.clordid(), p.reason())) {
            return;
        }
        switch (p.exec()) {
            case STATUS, UNKNOWN -> { }
            case NEW, FILL, CANCELED, REPLACED, REJECTED, EXPIRED, BUST, CORRECT -> {
                Child child = child(p.clordid(), p.sym(), p.side());
                child.acked = true;
                child.cumqty = p.cumqty();
                child.leavesqty = p.leavesqty();
                child.done = p.leavesqty() == 0;
                answered(child, child.current.toString());
                answered(child, p.clordid());
                if (p.exec() == ReportType.REPLACED) {
                    child.current = id;
                }
                closeWhenSettled(child);
            }
            case CANCEL_REJECTED, REPLACE_REJECTED -> child(id.childid()).ifPresent(child -> {
                answered(child, p.clordid());
                closeWhenSettled(child);
            });
        }
    }

    private static void answered(Child child, String clordid) {
        Sending sending = child.sendings.get(clordid);
        if (sending != null) {
            sending.answered = true;
        }
    }

    private void closeWhenSettled(Child child) {
        if (child.done && child.unanswered().findAny().isEmpty()) {
            children.remove(child.childid);
            closed.put(child.childid, child.lastRequest);
        }
    }

    private Child child(String clordid, String sym, Side side) {
        long childid = ClOrdId.parse(clordid).orElseThrow().childid();
        Child child = children.computeIfAbsent(childid, Child::new);
        Integer before = closed.remove(childid);
        if (before != null) {
            child.acked = true;
            child.done = true;
            child.lastRequest = before;
        }
        if (sym != null && child.sym == null) {
            child.sym = sym;
            child.side = side;
        }
        return child;
    }

    String venueid() {
        return venueid;
    }

    long lastSeq() {
        return lastSeq;
    }

    Optional<Child> child(long childid) {
        return Optional.ofNullable(children.get(childid));
    }

    /** Children of which something may still come, in the order in which they came. */
    Collection<Child> children() {
        return children.values();
    }

    /** Whether the exchange has ever had it, as far as we know. */
    boolean isAcked(long childid) {
        return !isBarred(childid)
                && (closed.containsKey(childid)
                        || child(childid).filter(c -> c.acked).isPresent());
    }

    Optional<Sending> sending(String clordid) {
        return ClOrdId.parse(clordid).flatMap(id -> child(id.childid()))
                .map(child -> child.sendings.get(clordid));
    }

    /** Whether an instruction was taken before. */
    boolean isTaken(ClOrdId id) {
        int last = child(id.childid()).map(child -> child.lastRequest)
                .orElse(closed.getOrDefault(id.childid(), -1));
        return id.request() <= last || id.isNew() && isAcked(id.childid());
    }

    boolean isBarred(long childid) {
        return barred.contains(childid);
    }

    /** The questions of qtrader that wait for an answer. */
    Map<String, LogEntry.Asked> asked() {
        return asked;
    }

    /** Whether a refusal as a duplicate means our own first sending, and so says nothing new. */
    boolean isOwnRepetition(String clordid, Reason reason) {
        return reason == Reason.DUPLICATE
                && (ClOrdId.parse(clordid).filter(id -> isAcked(id.childid())).isPresent()
                        || sending(clordid).filter(s -> s.again || s.answered).isPresent());
    }
}
