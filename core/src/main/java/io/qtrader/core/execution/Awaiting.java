package io.qtrader.core.execution;

import io.qtrader.core.state.Micros;
import io.qtrader.core.state.Step;
import io.qtrader.core.state.Waiting;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Busts and corrections that came before what they are about (E3). */
final class Awaiting {
    private static final Comparator<Waiting> BY_TIME =
            Comparator.comparingLong((Waiting w) -> w.time).thenComparing(w -> w.execid);

    private Awaiting() {}

    /** Lets a BUST or CORRECT wait for the execution that it names. */
    static void put(Step step, Execution e) {
        boolean bust = e.getType() == ExecutionType.BUST;
        step.state().waiting.put(key(Known.key(e, e.getRefexecid()), e.getExecid()), new Waiting(
                e.getExecid(), Micros.of(e.getTime()), step.clock(), bust, e.getQty(), e.getPrice(),
                e.getCumqty(), e.getLeavesqty()));
    }

    /** An execution has been applied: what was waiting for it is applied too. */
    static void release(Step step, Execution e) {
        String of = Known.key(e, e.getExecid());
        for (Waiting w : of(step, of)) {
            step.state().waiting.remove(key(of, w.execid));
            Execution late = Execution.newBuilder(e).setTime(Micros.instant(w.time))
                    .setType(w.bust ? ExecutionType.BUST : ExecutionType.CORRECT)
                    .setExecid(w.execid).setRefexecid(e.getExecid())
                    .setQty(w.qty).setPrice(w.price)
                    .setCumqty(w.cumqty).setLeavesqty(w.leavesqty).build();
            Corrections.apply(step, late, Known.fill(step, late));
        }
    }

    private static List<Waiting> of(Step step, String of) {
        List<Waiting> waiting = new ArrayList<>();
        step.state().waiting.range(key(of, ""), of + "\u0001").forEach((key, w) -> {
            if (key.equals(key(of, w.execid))) {
                waiting.add(w);
            }
        });
        waiting.sort(BY_TIME);
        return waiting;
    }

    private static String key(String of, String execid) {
        return of + "\u0000" + execid;
    }
}
