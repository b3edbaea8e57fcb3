package io.qtrader.paper.adapter;

import io.qtrader.paper.adapter.Step.Persist;
import io.qtrader.paper.adapter.Step.Publish;
import io.qtrader.paper.adapter.Step.Send;
import io.qtrader.paper.wire.Request;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.ExecutionType;
import java.util.List;

/** What to do about an instruction of qtrader; one that was taken before needs nothing more. */
final class Instructions {

    private static final String BARRED = "barred: it was said that it was never received";

    private final AdapterState state;
    private final LineSession session;
    private final Executions executions;

    Instructions(AdapterState state, LineSession session, Executions executions) {
        this.state = state;
        this.session = session;
        this.executions = executions;
    }

    List<Step> of(ChildOrder order) {
        ClOrdId id = ClOrdId.of(order.getChildid(), order.getRequest());
        return switch (order.getAction()) {
            case NEW -> send(order, id, ExecutionType.REJECTED,
                    new Request.NewOrder(id.toString(), order.getSym(), order.getSide(),
                            order.getPrice(), order.getSize()));
            case CANCEL -> send(order, id, ExecutionType.CANCEL_REJECTED,
                    new Request.Cancel(id.toString(), current(order)));
            case REPLACE -> send(order, id, ExecutionType.REPLACE_REJECTED,
                    new Request.Replace(id.toString(), current(order), order.getPrice(),
                            order.getSize()));
            case STATUS -> ask(order, id);
            case HEARTBEAT -> List.of();
        };
    }

    private List<Step> send(
            ChildOrder order, ClOrdId id, ExecutionType refusal, Request.Numbered request) {
        if (state.isTaken(id)) {
            return List.of();
        }
        if (state.isBarred(id.childid())) {
            return List.of(new Publish(executions.own(
                    refusal, id, order.getSym(), order.getSide(), BARRED)));
        }
        return List.of(
                new Persist(new LogEntry.Intent(request, order.getSym(), order.getSide())),
                new Send(request),
                new Persist(new LogEntry.Sent(id.toString())));
    }

    private List<Step> ask(ChildOrder order, ClOrdId id) {
        if (state.isBarred(id.childid())) {
            return List.of(new Publish(executions.own(
                    ExecutionType.NEVER_RECEIVED, id, order.getSym(), order.getSide(), BARRED)));
        }
        return List.of(
                new Persist(new LogEntry.Asked(id.toString(), order.getSym(), order.getSide())),
                new Send(session.question(id.toString(), id.toString())));
    }

    private String current(ChildOrder order) {
        return state.child(order.getChildid())
                .map(child -> child.current)
                .orElse(ClOrdId.of(order.getChildid(), 0))
                .toString();
    }
}
