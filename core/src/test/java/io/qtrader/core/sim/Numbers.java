package io.qtrader.core.sim;

import io.qtrader.core.state.Digest;
import io.qtrader.core.state.Ids;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.Breach;
import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.ParentOrderStatus;
import io.qtrader.schemas.Reject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ids are unique and dense, counters dense, digests chained; what is terminal stays so. */
final class Numbers {
    private final int partition;
    private final Map<String, Long> highest = new HashMap<>();
    private final Map<Long, ParentOrder> parents = new HashMap<>();
    private long counter;
    private long digest;

    Numbers(int partition) {
        this.partition = partition;
    }

    void take(List<Output> outputs) {
        for (Output o : outputs) {
            if (o.value() instanceof ParentOrder p) {
                parent(p);
            } else if (o.value() instanceof Order order) {
                first("order", order.getOrderid());
            } else if (o.value() instanceof Breach b) {
                next("breach", b.getBreachid());
            } else if (o.value() instanceof Reject r) {
                next("reject", r.getRejectid());
            } else if (o.stream() == Stream.CHILD_ORDERS) {
                instruction(o, (ChildOrder) o.value());
            }
            Wrong.unless(o.stream() == Stream.CHILD_ORDERS || o.counter() == 0 && o.digest() == 0,
                    "counter outside of child-orders:", o.stream());
        }
    }

    private void instruction(Output o, ChildOrder c) {
        counter++;
        digest = Digest.of(digest, c);
        Wrong.differ("counter", o.counter(), counter);
        Wrong.differ("digest at counter " + counter, o.digest(), digest);
        Wrong.differ("key at counter " + counter, o.key(), Long.toString(c.getChildid()));
        if (c.getAction() == ChildAction.NEW) {
            next("child", c.getChildid());
        }
    }

    /** A new id is the next one. */
    private void next(String kind, long id) {
        Wrong.differ("id of " + kind, id, Ids.of(partition, highest.merge(kind, 1L, Long::sum)));
    }

    /** Rows come again; a higher id is a new one, and the next. */
    private void first(String kind, long id) {
        long known = highest.getOrDefault(kind, 0L);
        Wrong.unless(id <= Ids.of(partition, known + 1), "id of " + kind + " leaves a gap:", id, "after", known);
        if (id == Ids.of(partition, known + 1)) {
            highest.put(kind, known + 1);
        }
    }

    private void parent(ParentOrder p) {
        first("parent", p.getParentid());
        ParentOrder before = parents.put(p.getParentid(), p);
        boolean ends = p.getStatus() != ParentOrderStatus.WORKING;
        if (before == null) {
            Wrong.unless(!ends && p.getTgtqty() > 0, "P1 a new parent", p);
            return;
        }
        Wrong.unless(before.getSide() == p.getSide() && before.getSym().equals(p.getSym()),
                "P4 a parent changed side or symbol:", p);
        Wrong.unless(p.getUrgency() >= before.getUrgency(), "P6 urgency fell:", before, p);
        if (before.getStatus() != ParentOrderStatus.WORKING) {
            Wrong.unless(before.getStatus() == p.getStatus() && before.getTgtqty() == p.getTgtqty(),
                    "P5 terminal absorbs:", before, p);
        } else if (ends) {
            boolean met = p.getFilled() >= p.getTgtqty();
            Wrong.unless(met == (p.getStatus() == ParentOrderStatus.DONE), "P5 how it ended:", p);
        }
    }
}
