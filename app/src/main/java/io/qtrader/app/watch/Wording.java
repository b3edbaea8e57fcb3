package io.qtrader.app.watch;

import io.qtrader.schemas.AggTarget;
import io.qtrader.schemas.Breach;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ExecState;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.Fill;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.Position;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Reject;
import io.qtrader.schemas.Requirement;
import io.qtrader.schemas.StrategyPosition;
import io.qtrader.schemas.Tick;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Says a record in a line, as the desk would. */
final class Wording {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    /** What a record is called, which symbol it is of (empty where none), and what it says. */
    record Said(String kind, String sym, String text) {
    }

    private Wording() {
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    static Said of(SpecificRecord record) {
        if (record instanceof Intent r) {
            return said("intent", r.getSym(), "%s wants %s, urgency %.2f", r.getStrat(),
                    signed(r.getTgtpos()), r.getUrgency());
        } else if (record instanceof Quote r) {
            return said("quote", r.getSym(), "%s / %s", price(r.getBid()), price(r.getAsk()));
        } else if (record instanceof PositionStatement r) {
            return said("statement", r.getSym(), "%s position %d", r.getType(), r.getPosition());
        } else if (record instanceof Control r) {
            return control(r);
        } else if (record instanceof AggTarget r) {
            return said("target", r.getSym(), "AggTarget %s, urgency %.2f, of %d strateg%s",
                    signed(r.getTgtpos()), r.getUrgency(), r.getStrategies(),
                    r.getStrategies() == 1 ? "y" : "ies");
        } else if (record instanceof Requirement r) {
            return said("requirement", r.getSym(), "Req %s = target %d - position %d%s",
                    signed(r.getQty()), r.getTarget(), r.getPosition(), note(r.getNote()));
        } else if (record instanceof Position r) {
            return said("position", r.getSym(), "position %d", r.getPosition());
        } else if (record instanceof StrategyPosition r) {
            return said("share", r.getSym(), "%s has %d of %d", r.getStrat(), r.getPosition(),
                    r.getTgtpos());
        } else {
            return ofOrders(record);
        }
    }

    private static Said ofOrders(SpecificRecord record) {
        if (record instanceof ParentOrder r) {
            return said("parent", r.getSym(), "%d %s %s %d/%d, %s until %s, urgency %.2f%s",
                    r.getParentid(), r.getStatus(), r.getSide(), r.getFilled(), r.getTgtqty(),
                    r.getAlgo().toString().toLowerCase(Locale.ROOT), time(r.getDeadline()),
                    r.getUrgency(), note(r.getNote()));
        } else if (record instanceof ExecState r) {
            return said("algo", r.getSym(), "parent %d: released %d, crossing %d, %d slices left",
                    r.getParentid(), r.getReleased(), r.getCrossing(), r.getSlices());
        } else if (record instanceof Order r) {
            return said("order", r.getSym(), "%d of parent %d %s %s %d/%d @ %s%s", r.getOrderid(),
                    r.getParentid(), r.getStatus(), r.getSide(), r.getFilled(), r.getSize(),
                    price(r.getPrice()), note(r.getNote()));
        } else if (record instanceof ChildOrder r) {
            return child(r);
        } else if (record instanceof Execution r) {
            return said("execution", r.getSym(), "%s of child %d%s, cumqty %d, leavesqty %d%s",
                    r.getType(), r.getChildid(), traded(r), r.getCumqty(), r.getLeavesqty(),
                    note(r.getNote()));
        } else if (record instanceof Fill r) {
            return said("fill", r.getSym(), "%s %d @ %s on child %d, position %d%s", r.getSide(),
                    r.getQty(), price(r.getPrice()), r.getChildid(), r.getPosition(), odd(r));
        } else if (record instanceof Breach r) {
            return said("breach", Objects.toString(r.getSym(), ""), "%s%s", r.getText(),
                    r.getLocked() ? " (symbol locked)" : "");
        } else if (record instanceof Reject r) {
            return said("reject", Objects.toString(r.getSym(), ""),
                    "%s (%s, partition %d, offset %d)", r.getText(), r.getSource().getTopic(),
                    r.getSource().getPartition(), r.getSource().getOffset());
        } else if (record instanceof Tick r) {
            return said("tick", "", "of task %d", r.getTask());
        }
        return said(record.getSchema().getName(), "", "%s", record);
    }

    private static Said child(ChildOrder r) {
        if (r.getAction() == null) {
            String owed = r.getInflight() == Inflight.NONE ? "" : ", owed " + r.getInflight();
            return said("child", r.getSym(), "%d of order %d %s %s %d/%d @ %s%s%s", r.getChildid(),
                    r.getOrderid(), r.getStatus(), r.getSide(), r.getFilled(), r.getSize(),
                    price(r.getPrice()), owed, note(r.getNote()));
        }
        return switch (r.getAction()) {
            case HEARTBEAT -> said("send", "", "HEARTBEAT");
            case STATUS, CANCEL -> said("send", r.getSym(), "%s child %d to %s", r.getAction(),
                    r.getChildid(), r.getBrokerid());
            case NEW, REPLACE -> said("send", r.getSym(), "%s child %d to %s %s: %s %d @ %s",
                    r.getAction(), r.getChildid(), r.getBrokerid(), r.getVenue(), r.getSide(),
                    r.getSize(), price(r.getPrice()));
        };
    }

    private static Said control(Control r) {
        String scope = Stream.of(r.getStrat(), r.getBrokerid(),
                        r.getChildid() == null ? null : "child " + r.getChildid(),
                        r.getQty() == null ? null : "qty " + r.getQty())
                .filter(Objects::nonNull).map(word -> " " + word).collect(Collectors.joining());
        return said("control", Objects.toString(r.getSym(), ""), "%s%s by %s%s", r.getAction(),
                scope, r.getOperator(), note(r.getNote()));
    }

    private static String traded(Execution r) {
        return r.getQty() == 0 ? "" : String.format(Locale.ROOT, ": %s %d @ %s", r.getSide(),
                r.getQty(), price(r.getPrice()));
    }

    private static String odd(Fill r) {
        String type = r.getType().toString().equals("FILL") ? "" : ", " + r.getType();
        String mark = r.getMark().toString().equals("NONE") ? "" : ", " + r.getMark();
        return type + mark;
    }

    private static String signed(long qty) {
        return qty == 0 ? "0" : String.format(Locale.ROOT, "%+d", qty);
    }

    /** At least two decimals, and as many more as there are. */
    private static String price(double price) {
        if (!Double.isFinite(price)) {
            return Double.toString(price);
        }
        BigDecimal exact = BigDecimal.valueOf(price).stripTrailingZeros();
        return exact.setScale(Math.max(2, exact.scale())).toPlainString();
    }

    private static String note(String note) {
        return note == null || note.isEmpty() ? "" : " (" + note + ")";
    }

    private static Said said(String kind, String sym, String format, Object... values) {
        return new Said(kind, sym, String.format(Locale.ROOT, format, values));
    }
}
