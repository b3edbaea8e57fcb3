package io.qtrader.app.replay;

import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A broker for {@link MadeJournal}: acknowledges, fills in parts, cancels, replaces. */
final class MadeBroker {

    private static final class Open {
        private final ChildOrder order;
        private long size;
        private long filled;
        private boolean acknowledged;
        private ChildOrder request;

        private Open(ChildOrder order) {
            this.order = order;
            this.size = order.getSize();
        }

        private long leaves() {
            return Math.max(0, size - filled);
        }
    }

    private final String name;
    private final Random chance;
    private final Map<Long, Open> open = new TreeMap<>();
    private int execids;

    MadeBroker(String name, Random chance) {
        this.name = name;
        this.chance = chance;
    }

    void take(Output output) {
        if (output.stream() != Stream.CHILD_ORDERS || !(output.value() instanceof ChildOrder o)) {
            return;
        }
        switch (o.getAction()) {
            case NEW -> open.put(o.getChildid(), new Open(o));
            case CANCEL, REPLACE -> {
                if (open.containsKey(o.getChildid())) {
                    open.get(o.getChildid()).request = o;
                }
            }
            case STATUS, HEARTBEAT -> {
                // It always answers of itself.
            }
        }
    }

    /** What it says next about one of its orders; null where it has none. */
    Execution answer(Instant now) {
        if (open.isEmpty()) {
            return null;
        }
        Long[] ids = open.keySet().toArray(Long[]::new);
        Open o = open.get(ids[chance.nextInt(ids.length)]);
        if (!o.acknowledged) {
            o.acknowledged = true;
            return report(now, o, ExecutionType.NEW, 0, 0);
        }
        if (o.request != null) {
            return answerRequest(now, o);
        }
        long qty = Math.max(1, chance.nextBoolean() ? o.leaves() : o.leaves() / 2);
        o.filled += qty;
        if (o.leaves() == 0) {
            open.remove(o.order.getChildid());
        }
        return report(now, o, ExecutionType.FILL, 0, qty);
    }

    private Execution answerRequest(Instant now, Open o) {
        ChildOrder request = o.request;
        o.request = null;
        boolean cancel = request.getAction().toString().equals("CANCEL");
        o.size = cancel ? o.filled : request.getSize();
        if (o.leaves() == 0) {
            open.remove(o.order.getChildid());
        }
        return report(now, o, cancel ? ExecutionType.CANCELED : ExecutionType.REPLACED,
                request.getRequest(), 0);
    }

    private Execution report(Instant now, Open o, ExecutionType type, int request, long qty) {
        ChildOrder c = o.order;
        return Execution.newBuilder().setTime(now).setType(type).setChildid(c.getChildid())
                .setRequest(request).setBrokerid(c.getBrokerid()).setExecid(name + "-" + ++execids)
                .setTradedate(LocalDate.ofInstant(now, ZoneOffset.UTC)).setSym(c.getSym())
                .setSide(c.getSide()).setQty(qty).setPrice(qty == 0 ? 0 : c.getPrice())
                .setCumqty(o.filled).setLeavesqty(o.leaves()).setOrdqty(o.size).build();
    }
}
