package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.Reason;
import io.qtrader.paper.wire.ReportType;
import io.qtrader.paper.wire.Request;
import java.util.List;
import java.util.Optional;

/** Decides cancels and replaces of orders, when their time has come. */
final class Amendments {

    private final Behaviour behaviour;
    private final OrderWork work;
    private final Agenda agenda;
    private final Reporting reporting;

    Amendments(Behaviour behaviour, OrderWork work, Agenda agenda, Reporting reporting) {
        this.behaviour = behaviour;
        this.work = work;
        this.agenda = agenda;
        this.reporting = reporting;
    }

    /** What the script says of this request: only the first of its kind for an order has a line. */
    Optional<List<ScriptStep>> script(VenueOrder order, Request.Numbered request) {
        if (!order.isFirst(request)) {
            return Optional.empty();
        }
        return request instanceof Request.Cancel
                ? behaviour.cancelOf(order.number)
                : behaviour.replaceOf(order.number);
    }

    void begin(
            VenueOrder order,
            Request.Numbered request,
            Optional<List<ScriptStep>> script,
            long now) {
        agenda.add(work.busyFor(order, now), at -> {
            if (!answered(order, request, script.orElse(List.of()), at)) {
                decide(order, request, at);
            }
        });
    }

    /** Does what the script says; true when nothing is left to decide. */
    private boolean answered(
            VenueOrder order, Request.Numbered request, List<ScriptStep> script, long at) {
        for (ScriptStep step : script) {
            switch (step.kind()) {
                case SILENT -> {
                    return true;
                }
                case TOO_LATE -> {
                    refuse(order, request, Reason.TOO_LATE, false, "too late", at);
                    return true;
                }
                case REJECT -> {
                    refuse(order, request, Reason.BUSINESS, step.flag(), step.text(), at);
                    return true;
                }
                case ACCEPT -> decide(order, request, at);
                case ACK, FILL, LOST, EXPIRE, CANCEL, BUST, CORRECT, REPEAT, WAIT, MARKET ->
                        work.perform(order, step, at);
            }
        }
        return script.stream().anyMatch(step -> step.kind() == ScriptStep.Kind.ACCEPT);
    }

    private void decide(VenueOrder order, Request.Numbered request, long at) {
        if (order.status.isDone()) {
            refuse(order, request, Reason.TOO_LATE, false, "too late: " + order.status, at);
        } else if (request instanceof Request.Replace replace) {
            replace(order, replace, at);
        } else {
            reporting.canceled(order, request.clordid(), null, at);
        }
    }

    private void replace(VenueOrder order, Request.Replace replace, long at) {
        if (replace.size() <= 0 || !(replace.price() > 0)) {
            refuse(order, replace, Reason.INVALID, false, "price or size is wrong", at);
            return;
        }
        reporting.replaced(order, replace.clordid(), replace.size(), replace.price(), at);
        work.repriced(order);
    }

    private void refuse(
            VenueOrder order, Request.Numbered request, Reason why, boolean mayPass, String words,
            long at) {
        reporting.report(order.sender,
                new Draft(refusal(request), at, order).answering(request.clordid())
                        .because(why, mayPass, words));
    }

    /** The report type that refuses such a request. */
    static ReportType refusal(Request.Numbered request) {
        return request instanceof Request.NewOrder ? ReportType.REJECTED
                : request instanceof Request.Cancel ? ReportType.CANCEL_REJECTED
                : ReportType.REPLACE_REJECTED;
    }
}
