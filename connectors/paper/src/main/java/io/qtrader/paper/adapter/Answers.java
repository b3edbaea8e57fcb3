package io.qtrader.paper.adapter;

import io.qtrader.paper.adapter.LogEntry.Processed;
import io.qtrader.paper.adapter.Step.Persist;
import io.qtrader.paper.adapter.Step.Publish;
import io.qtrader.paper.adapter.Step.Send;
import io.qtrader.paper.wire.Answer.Sequenced;
import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.ReportType;
import io.qtrader.paper.wire.Request;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to do about a report of the exchange. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final AdapterState state;
    private final LineSession session;
    private final Executions executions;

    Answers(AdapterState state, LineSession session, Executions executions) {
        this.state = state;
        this.session = session;
        this.executions = executions;
    }

    List<Step> of(Sequenced answer) {
        if (answer.seq() <= state.lastSeq()) {
            return List.of();
        }
        if (answer.seq() > state.lastSeq() + 1) {
            return List.of(new Send(new Request.Resend(state.lastSeq() + 1)));
        }
        Report report = answer.report();
        List<Step> steps = new ArrayList<>();
        String answered = switch (report.exec()) {
            case STATUS -> status(report, steps);
            case UNKNOWN -> unknown(report, steps);
            case NEW, FILL, CANCELED, REPLACED, REJECTED, CANCEL_REJECTED, REPLACE_REJECTED,
                    EXPIRED, BUST, CORRECT -> happened(report, steps);
        };
        // Last, so that after a crash before it the report comes again.
        steps.add(new Persist(Processed.of(answer.seq(), report, answered)));
        return steps;
    }

    private String happened(Report report, List<Step> steps) {
        ClOrdId id = ClOrdId.parse(report.clordid()).orElse(null);
        if (id == null) {
            foreign(report, steps);
        } else if (state.isOwnRepetition(report.clordid(), report.reason())) {
            LOG.info("{}: the exchange had it already", report.clordid());
        } else if (!id.isDeadman() || report.exec() != ReportType.CANCEL_REJECTED) {
            Child child = state.child(id.childid()).orElse(null);
            // Nobody asked for a cancel of our own: qtrader sees it as the venue's.
            ClOrdId answers = id.isDeadman() && child != null ? child.current : id;
            Execution execution = executions.of(report, answers, child);
            if (id.isDeadman()) {
                execution.setNote("dead-man rule: qtrader was silent");
            }
            steps.add(new Publish(execution));
        }
        return null;
    }

    private void foreign(Report report, List<Step> steps) {
        LOG.warn("{} {} is none of ours, though in our session", report.exec(), report.clordid());
        if (report.exec() == ReportType.FILL) {
            steps.add(new Publish(executions.unsolicited(report)));
        }
    }

    private String status(Report report, List<Step> steps) {
        session.close(report.ref());
        session.answered(LineSession.asked(report.ref()));
        Optional<LogEntry.Asked> question = question(report);
        question.flatMap(q -> ClOrdId.parse(q.clordid())).ifPresent(id ->
                steps.add(new Publish(executions.of(report, id, null))));
        return question.map(LogEntry.Asked::clordid).orElse(null);
    }

    /** The exchange has never had what we asked about, at the time when it was asked. */
    private String unknown(Report report, List<Step> steps) {
        String target = report.clordid();
        ClOrdId id = ClOrdId.parse(target).orElse(null);
        if (id == null || !session.isOpen(report.ref())) {
            return null; // asked on a line that is gone: what matters is asked again on this one
        }
        boolean outdated = session.wasSentAfter(target, report.ref());
        session.close(report.ref());
        String asked = LineSession.asked(report.ref());
        if (outdated) {
            steps.add(new Send(session.question(target, asked)));
            return null;
        }
        return id.isNew() ? unknownNew(id, report, steps) : unknownAmendment(id, report, steps);
    }

    private String unknownNew(ClOrdId id, Report report, List<Step> steps) {
        LogEntry.Asked question = question(report).orElse(null);
        if (state.isAcked(id.childid())) {
            LOG.warn("child {}: the exchange no longer knows an order that it acknowledged;"
                    + " it stays unknown to qtrader until it is resolved", id.childid());
        } else if (question != null) {
            if (!state.isBarred(id.childid())) {
                steps.add(new Persist(new LogEntry.Barred(id.childid())));
            }
            steps.add(new Publish(executions.own(ExecutionType.NEVER_RECEIVED,
                    ClOrdId.parse(question.clordid()).orElseThrow(), question.sym(),
                    question.side(), "never received, and barred from now on")));
        } else {
            sendAgain(id, "", steps);
        }
        return question == null ? null : question.clordid();
    }

    private String unknownAmendment(ClOrdId id, Report report, List<Step> steps) {
        Optional<LogEntry.Asked> asked = question(report);
        boolean sent =
                sendAgain(id, asked.map(LogEntry.Asked::clordid).orElse(""), steps);
        asked.ifPresent(question ->
                // Where that got lost too, what is left to say is how the order itself stands.
                steps.add(new Send(session.question(
                        sent ? id.toString() : ClOrdId.of(id.childid(), 0).toString(),
                        question.clordid()))));
        return null;
    }

    /**
     * Sends what the exchange has never had: once on each line, and once more for each question
     * of qtrader. Should two arrive after all, the exchange takes one, by its client order id.
     */
    private boolean sendAgain(ClOrdId id, String asked, List<Step> steps) {
        String clordid = id.toString();
        Child.Sending sending = state.sending(clordid).filter(s -> !s.answered).orElse(null);
        if (sending == null || state.isBarred(id.childid())
                || session.wasSent(clordid) && !session.isFirstTry(asked)) {
            return false;
        }
        steps.add(new Persist(new LogEntry.Again(clordid)));
        steps.add(new Send(sending.request));
        steps.add(new Persist(new LogEntry.Sent(clordid)));
        return true;
    }

    private Optional<LogEntry.Asked> question(Report report) {
        return Optional.ofNullable(state.asked().get(LineSession.asked(report.ref())));
    }
}
