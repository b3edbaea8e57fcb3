package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.Answer;
import io.qtrader.paper.wire.Reason;
import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.ReportType;
import io.qtrader.paper.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The exchange itself: requests and time in, entries of its books out; a pure function of both, the
 * behaviour and what the books held. Times are microseconds since the epoch and never go back.
 */
public final class Venue {

    private final Ledger ledger = new Ledger();
    private final Market market = new Market();
    private final Agenda agenda = new Agenda();
    private final Reporting reporting = new Reporting(ledger);
    private final Behaviour behaviour;
    private final OrderWork work;
    private final Amendments amendments;

    /**
     * Opens the exchange on its books.
     *
     * @param found the entries of the books so far; none makes new books, named {@code venueid}
     */
    public Venue(Behaviour behaviour, List<Entry> found, String venueid, long now) {
        this.behaviour = behaviour;
        Chance chance = new Chance(behaviour.settings().seed());
        this.work = new OrderWork(behaviour, chance, market, agenda, reporting);
        this.amendments = new Amendments(behaviour, work, agenda, reporting);
        if (found.isEmpty()) {
            reporting.record(new Entry.Opened(venueid, now));
        } else {
            found.forEach(ledger::apply);
            goOn(found, now);
        }
        agenda.add(Draft.endOfDay(now), this::closeDay);
    }

    /** Takes a request at its time; an answer is returned at once only where none is reported. */
    public Optional<Answer> take(long now, String sender, Request request) {
        agenda.runUntil(now);
        if (request instanceof Request.MarketQuote quote) {
            market.move(quote);
        } else if (request instanceof Request.Numbered numbered) {
            return received(now, sender, numbered);
        } else if (request instanceof Request.Status status) {
            asked(now, sender, status);
        } else if (request instanceof Request.Bust bust) {
            return change(bust.execid(), (order, fill) -> bust(order, fill, bust.reopen(), now));
        } else if (request instanceof Request.Correct c) {
            return change(c.execid(),
                    (order, fill) -> reporting.corrected(order, fill, c.qty(), c.price(), now));
        } else if (request instanceof Request.LedgerQuery) {
            return Optional.of(ledger.view());
        } else {
            throw new IllegalArgumentException("not a request to the venue: " + request);
        }
        return Optional.empty();
    }

    /** Lets time pass. */
    public void advance(long now) {
        agenda.runUntil(now);
    }

    /** Cancels all that is open of a sender who is gone. */
    public void cancelAll(long now, String sender) {
        agenda.runUntil(now);
        ledger.orders().stream()
                .filter(order -> order.sender.equals(sender) && !order.status.isDone())
                .toList()
                .forEach(order -> reporting.canceled(order, order.clordid, "disconnected", now));
    }

    /** When something happens next of its own. */
    public OptionalLong nextDue() {
        return agenda.next();
    }

    /** The entries since the last call, in their order: to be kept before any of them is sent. */
    public List<Entry> drain() {
        return reporting.drain();
    }

    /** The session's reports in their order; the n-th has the number n. */
    public List<Report> reports(String sender) {
        return ledger.reports(sender);
    }

    public String venueid() {
        return ledger.venueid();
    }

    private Optional<Answer> received(long now, String sender, Request.Numbered request) {
        if (request.clordid() == null || request.clordid().isBlank()) {
            return Optional.of(new Answer.Refused("clordid is missing"));
        }
        if (ledger.isUsed(sender, request.clordid())) {
            refuse(now, sender, request, Reason.DUPLICATE, "duplicate clordid");
        } else if (request instanceof Request.NewOrder fresh) {
            receivedNew(now, sender, fresh);
        } else {
            receivedAmendment(now, sender, request);
        }
        return Optional.empty();
    }

    private void receivedNew(long now, String sender, Request.NewOrder fresh) {
        if (isLost(behaviour.order(ledger.nextOrder()))) {
            reporting.record(new Entry.Lost(now, sender, fresh));
            return;
        }
        reporting.record(new Entry.Received(now, sender, fresh));
        work.begin(ledger.order(sender, fresh.clordid()).orElseThrow(), now);
    }

    private void receivedAmendment(long now, String sender, Request.Numbered request) {
        String orig = Ledger.orig(request);
        Optional<VenueOrder> order = ledger.order(sender, orig);
        if (order.isEmpty()) {
            reporting.record(new Entry.Received(now, sender, request));
            refuse(now, sender, request, Reason.UNKNOWN_ORDER, "unknown order " + orig);
            return;
        }
        Optional<List<ScriptStep>> script = amendments.script(order.get(), request);
        if (isLost(script)) {
            reporting.record(new Entry.Lost(now, sender, request));
            return;
        }
        reporting.record(new Entry.Received(now, sender, request));
        amendments.begin(order.get(), request, script, now);
    }

    private void refuse(
            long now, String sender, Request.Numbered request, Reason why, String words) {
        Draft draft = new Draft(Amendments.refusal(request), now, null)
                .answering(request.clordid()).because(why, false, words);
        if (request instanceof Request.NewOrder fresh) {
            draft.of(fresh.sym(), fresh.side()).ordered(fresh.size(), fresh.price());
        }
        reporting.report(sender, draft);
    }

    private void asked(long now, String sender, Request.Status status) {
        VenueOrder order = ledger.order(sender, status.clordid()).orElse(null);
        if (order == null) {
            reporting.report(sender, new Draft(ReportType.UNKNOWN, now, null)
                    .answering(status.clordid()).echoing(status.ref()));
        } else {
            // After what is due before it, so that it never tells of a time before the last report.
            agenda.add(work.busyFor(order, now), at -> reporting.report(sender,
                    new Draft(ReportType.STATUS, at, order)
                            .answering(status.clordid()).echoing(status.ref())
                            .saying(order.status.name())));
        }
    }

    private interface Change {
        void of(VenueOrder order, Report fill);
    }

    private Optional<Answer> change(String execid, Change change) {
        Report fill = ledger.execution(execid).orElse(null);
        if (fill == null || ledger.counted(execid) == 0) {
            return Optional.of(new Answer.Refused("no execution " + execid + " that counts"));
        }
        VenueOrder order = ledger.orders().stream()
                .filter(o -> o.orderid.equals(fill.orderid())).findFirst().orElseThrow();
        change.of(order, fill);
        return Optional.empty();
    }

    private void bust(VenueOrder order, Report fill, boolean reopen, long now) {
        boolean wasDone = order.status.isDone();
        reporting.busted(order, fill, reopen, now);
        if (wasDone && reopen) {
            work.resume(order, now);
        }
    }

    private static boolean isLost(Optional<List<ScriptStep>> script) {
        return script.isPresent() && script.get().get(0).kind() == ScriptStep.Kind.LOST;
    }

    /** Day orders end with their day. */
    private void closeDay(long at) {
        ledger.orders().stream().filter(order -> !order.status.isDone()).toList()
                .forEach(order -> reporting.expired(order, at));
        agenda.add(at + Draft.endOfDay(0), this::closeDay);
    }

    /** Takes up what the exchange had taken and not decided, or had open, when it stopped. */
    private void goOn(List<Entry> found, long now) {
        long stopped = found.stream().mapToLong(Venue::time).max().orElse(now);
        if (Draft.day(stopped) < Draft.day(now)) {
            ledger.orders().stream().filter(order -> !order.status.isDone()).toList()
                    .forEach(order -> reporting.expired(order, now));
        }
        ledger.orders().stream().filter(order -> order.status == VenueStatus.OPEN)
                .forEach(order -> work.resume(order, now));
        ledger.undecided().forEach(entry -> goOn(entry, now));
    }

    private void goOn(Entry.Received entry, long now) {
        Request.Numbered request = entry.request();
        VenueOrder order = ledger.order(entry.sender(), request.clordid()).orElse(null);
        if (order == null) {
            refuse(now, entry.sender(), request, Reason.UNKNOWN_ORDER, "unknown order");
        } else if (!(request instanceof Request.NewOrder)) {
            amendments.begin(order, request, Optional.empty(), now);
        } else if (!order.status.isDone()) {
            work.begin(order, now);
        }
    }

    private static long time(Entry entry) {
        return entry instanceof Entry.Opened opened ? opened.time()
                : entry instanceof Entry.Received received ? received.time()
                : entry instanceof Entry.Reported reported ? reported.report().time()
                : ((Entry.Lost) entry).time();
    }
}
