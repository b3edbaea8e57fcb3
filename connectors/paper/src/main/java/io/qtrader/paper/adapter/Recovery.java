package io.qtrader.paper.adapter;

import io.qtrader.paper.adapter.Step.Persist;
import io.qtrader.paper.adapter.Step.Send;
import io.qtrader.paper.wire.Answer.LoggedOn;
import io.qtrader.paper.wire.Request;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to do when a line is up: take what was missed, and ask about what lies in between. Until the
 * session is quiet again no instruction is taken, or a cancel might overtake its order, which is
 * only being sent again.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final AdapterState state;
    private final LineSession session;
    private final boolean adopt;

    /** {@code adopt}: takes reports of a session of which the log knows nothing. */
    Recovery(AdapterState state, LineSession session, boolean adopt) {
        this.state = state;
        this.session = session;
        this.adopt = adopt;
    }

    /**
     * The steps after a logon.
     *
     * @throws HistoryException if the exchange's past with us is another than ours with it
     */
    List<Step> of(LoggedOn on) {
        List<Step> steps = new ArrayList<>();
        long from = state.lastSeq() + 1;
        if (!on.venueid().equals(state.venueid())) {
            check(on.lastseq() == 0 || adopt, on,
                    "of which this adapter's log knows nothing. If its directory was lost, start"
                            + " it with adopt to take them; if they are another's, give this one"
                            + " a session of its own");
            if (!state.venueid().isEmpty()) {
                LOG.warn("the exchange has other books than before: {} instead of {}",
                        on.venueid(), state.venueid());
            }
            steps.add(new Persist(new LogEntry.Session(on.venueid(), 0)));
            from = 1;
        } else {
            check(on.lastseq() >= state.lastSeq(), on,
                    "but this adapter has processed " + state.lastSeq()
                            + ": the exchange has lost some; restore its ledger");
        }
        steps.add(new Send(new Request.Resend(from)));
        for (Child child : state.children()) {
            child.unanswered()
                    .map(sending -> sending.request.clordid())
                    .filter(clordid -> !state.asked().containsKey(clordid))
                    .forEach(clordid -> steps.add(new Send(session.question(clordid, ""))));
        }
        state.asked().keySet().forEach(
                clordid -> steps.add(new Send(session.question(clordid, clordid))));
        return steps;
    }

    private static void check(boolean good, LoggedOn on, String otherwise) {
        if (!good) {
            throw new HistoryException(
                    "the exchange has " + on.lastseq() + " reports for session " + on.sender()
                            + ", " + otherwise);
        }
    }
}
