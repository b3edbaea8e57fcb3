package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.Reason;
import io.qtrader.paper.wire.Report;
import java.util.List;
import java.util.Optional;

/** Works new orders: acknowledges or rejects them, then fills them by script or by the market. */
final class OrderWork {

    private final Behaviour behaviour;
    private final Chance chance;
    private final Market market;
    private final Matching matching;
    private final Agenda agenda;
    private final Reporting reporting;

    OrderWork(
            Behaviour behaviour, Chance chance, Market market, Agenda agenda, Reporting reporting) {
        this.behaviour = behaviour;
        this.chance = chance;
        this.market = market;
        this.matching = new Matching(behaviour.settings(), chance, market);
        this.agenda = agenda;
        this.reporting = reporting;
    }

    /** Takes up an order that has just been received. */
    void begin(VenueOrder order, long now) {
        Optional<List<ScriptStep>> script = behaviour.order(order.number);
        if (script.isPresent()) {
            perform(order, script.get(), 0, busyFor(order, now));
        } else {
            agenda.add(busyFor(order, now), at -> decide(order, at));
        }
    }

    /** The market works an order that was open at a restart, or that a bust has reopened. */
    void resume(VenueOrder order, long now) {
        agenda.add(now + behaviour.settings().stepMs() * 1000, at -> work(order, 0, at));
    }

    /** When the order's next answer is due: after a latency, and not before an earlier answer. */
    long busyFor(VenueOrder order, long now) {
        VenueSettings s = behaviour.settings();
        double drawn = chance.draw(order.number, Chance.Of.LATENCY, order.clordids.size());
        long range = (s.latencyMaxMs() - s.latencyMinMs()) * 1000;
        long due = now + s.latencyMinMs() * 1000 + (long) (range * drawn);
        order.busyUntil = Math.max(order.busyUntil, due);
        return order.busyUntil;
    }

    /** The order has a new price: whether it crosses is seen anew. */
    void repriced(VenueOrder order) {
        order.resting = false;
        order.tradesSeen = market.trades(order.sym);
    }

    private void decide(VenueOrder order, long at) {
        if (order.status.isDone()) {
            return; // its day, or its sender's connection, ended first
        }
        VenueSettings s = behaviour.settings();
        if (order.size <= 0 || !(order.price > 0) || order.side == null || order.sym == null
                || order.sym.isBlank()) {
            reporting.rejected(
                    order, Reason.INVALID, false, "symbol, side, price or size is wrong", at);
        } else if (chance.draw(order.number, Chance.Of.REJECT, 0) < s.rejectRate()) {
            reporting.rejected(order, Reason.BUSINESS, s.transientRejects(), "not now", at);
        } else {
            reporting.acked(order, at);
            repriced(order);
            agenda.add(busyFor(order, at), next -> work(order, 0, next));
        }
    }

    private void work(VenueOrder order, long step, long at) {
        if (order.status.isDone()) {
            return;
        }
        matching.part(order, step)
                .ifPresent(part -> reporting.filled(order, part.qty(), part.price(), at));
        agenda.add(at + behaviour.settings().stepMs() * 1000, next -> work(order, step + 1, next));
    }

    private void perform(VenueOrder order, List<ScriptStep> script, int from, long due) {
        if (from < script.size()) {
            agenda.add(due, at -> {
                ScriptStep step = script.get(from);
                perform(order, step, at);
                long pause = step.kind() == ScriptStep.Kind.WAIT ? step.which() * 1000 : 0;
                perform(order, script, from + 1, busyFor(order, at + pause));
            });
        }
    }

    /** Does one step of a script to an order. */
    void perform(VenueOrder order, ScriptStep step, long at) {
        switch (step.kind()) {
            case ACK -> reporting.acked(order, at);
            case FILL -> reporting.filled(order, step.qty(), step.price().orElse(price(order)), at);
            case REJECT -> reporting.rejected(order, Reason.BUSINESS, step.flag(), step.text(), at);
            case EXPIRE -> reporting.expired(order, at);
            case CANCEL -> reporting.canceled(order, order.clordid, step.text(), at);
            case BUST -> {
                boolean wasDone = order.status.isDone();
                reporting.busted(order, fill(order, step), step.flag(), at);
                if (wasDone && step.flag()) {
                    resume(order, at);
                }
            }
            case CORRECT -> {
                Report fill = fill(order, step);
                reporting.corrected(order, fill, step.qty(), step.price().orElse(fill.price()), at);
            }
            case REPEAT -> reporting.repeat(order.sender, fill(order, step));
            case MARKET -> {
                repriced(order);
                agenda.add(at, next -> work(order, 0, next));
            }
            case SILENT, LOST, WAIT, TOO_LATE, ACCEPT -> { }
        }
    }

    private double price(VenueOrder order) {
        return matching.crossing(order).orElse(order.price);
    }

    private static Report fill(VenueOrder order, ScriptStep step) {
        if (step.which() < 1 || step.which() > order.fills.size()) {
            throw new IllegalArgumentException(
                    "script of order " + order.number + ": no fill " + step.which() + " yet");
        }
        return order.fills.get((int) step.which() - 1);
    }
}
