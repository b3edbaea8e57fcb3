package io.qtrader.app.replay.explain;

import io.qtrader.app.replay.explain.Subject.Kind;
import io.qtrader.core.state.Output;
import io.qtrader.schemas.Breach;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Fill;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.ParentOrder;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/**
 * The subject and what it is part of: its order, its parent, its symbol. Of a parent or an order,
 * also what serves it.
 */
final class Lineage {

    private final Subject subject;
    private final TreeSet<Long> parents = new TreeSet<>();
    private final TreeSet<Long> orders = new TreeSet<>();
    private final TreeSet<Long> children = new TreeSet<>();
    private String sym;
    private long last;

    Lineage(Subject subject) {
        this.subject = subject;
    }

    /** Takes in what the entry at an offset made. */
    void take(long offset, List<Output> outputs) {
        for (Output output : outputs) {
            if (subject.is(output.value())) {
                found(output.value());
                last = offset;
            }
        }
        // An entry's children stand before its orders, and those before its parents.
        outputs.stream().map(Output::value).forEach(this::order);
        outputs.stream().map(Output::value).forEach(this::child);
    }

    private void found(SpecificRecord record) {
        if (record instanceof ParentOrder p) {
            sym = p.getSym();
            parents.add(p.getParentid());
        } else if (record instanceof Order o) {
            sym = o.getSym();
            orders.add(o.getOrderid());
        } else if (record instanceof ChildOrder c) {
            sym = c.getSym();
            children.add(c.getChildid());
            orders.add(c.getOrderid());
        } else if (record instanceof Fill f) {
            sym = f.getSym();
            add(children, f.getChildid());
            add(orders, f.getOrderid());
            add(parents, f.getParentid());
        }
    }

    /** A fill of no child that is known names none. */
    private static void add(TreeSet<Long> ids, long id) {
        if (id > 0) {
            ids.add(id);
        }
    }

    private void order(SpecificRecord record) {
        if (record instanceof Order o) {
            if (orders.contains(o.getOrderid())) {
                parents.add(o.getParentid());
            } else if (subject.kind() == Kind.PARENT && parents.contains(o.getParentid())) {
                orders.add(o.getOrderid());
            }
        }
    }

    private void child(SpecificRecord record) {
        if ((subject.kind() == Kind.PARENT || subject.kind() == Kind.ORDER)
                && record instanceof ChildOrder c && orders.contains(c.getOrderid())) {
            children.add(c.getChildid());
        }
    }

    /** Whether the subject has been met. */
    boolean known() {
        return sym != null;
    }

    /** Offset of the last entry that changed the subject: what came later did not lead to it. */
    long last() {
        return last;
    }

    /** Its symbol. */
    String sym() {
        return sym;
    }

    /** Whether a record is of its parent. */
    boolean isParent(SpecificRecord record) {
        return record instanceof ParentOrder p && parents.contains(p.getParentid());
    }

    /** Whether a record is of the order or child asked for, or of those that serve it. */
    boolean isServing(SpecificRecord record) {
        if (record instanceof Order o) {
            return orders.contains(o.getOrderid());
        } else if (record instanceof ChildOrder c) {
            return children.contains(c.getChildid());
        } else if (record instanceof Fill f) {
            return subject.kind() == Kind.FILL ? subject.is(f) : children.contains(f.getChildid());
        }
        return record instanceof Breach b && (children.contains(Objects.requireNonNullElse(
                b.getChildid(), 0L)) || parents.contains(Objects.requireNonNullElse(
                b.getParentid(), 0L)));
    }

    /** As in {@code child 5 of order 4 of parent 2, AAPL}. */
    String describe() {
        return subject
                + (subject.kind() == Kind.FILL ? of("child", children) : "")
                + (subject.kind() == Kind.FILL || subject.kind() == Kind.CHILD
                        ? of("order", orders) : "")
                + (subject.kind() == Kind.PARENT ? "" : of("parent", parents)) + ", " + sym;
    }

    private static String of(String what, TreeSet<Long> ids) {
        return ids.isEmpty() ? "" : " of " + what + " " + ids.first();
    }
}
