package io.qtrader.app;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.schemas.AggTarget;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Side;
import io.qtrader.schemas.StatementType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What nobody should send: for every input topic, of every kind. */
final class BadInputs {

    /** One bad record: what it is, and the code that it must be refused with. */
    record Bad(Topic topic, String what, String key, byte[] value, String reason) {
    }

    /** A symbol for which strategy {@code s} has spoken before. */
    static final String STANDING = "STANDING";

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final Instant BEFORE_1970 = Instant.parse("1969-12-31T23:59:59Z");
    private static final long ABSURD = Long.MAX_VALUE;

    private final Registry registry;
    private final TopicNames names;
    private final List<Bad> all = new ArrayList<>();

    BadInputs(Registry registry, TopicNames names) {
        this.registry = registry;
        this.names = names;
        intents();
        positions();
        quotes();
        controls();
        executions();
        Topic.inputs().forEach(this::undecodable);
    }

    List<Bad> all() {
        return all;
    }

    private void undecodable(Topic topic) {
        byte[] target = bytes(Topic.TARGETS, AggTarget.class, new AggTarget(NOW, "X", 1L, 0.5, 1));
        byte[] cut = Arrays.copyOf(bytes(Topic.QUOTES, Quote.class, quote()), 9);
        byte[] random = {(byte) 0x9f, 3, 1, 4, 1, 5, 9, 2, 6};
        all.add(new Bad(topic, "random bytes", "k", random, "NO_MAGIC"));
        all.add(new Bad(topic, "three bytes", "k", new byte[] {0, 0, 0}, "TOO_SHORT"));
        all.add(new Bad(topic, "unknown schema id", "k", new byte[] {0, 0, 0, 39, 15, 1, 1},
                "UNKNOWN_SCHEMA"));
        all.add(new Bad(topic, "record of another schema", "k", target, "WRONG_RECORD"));
        all.add(new Bad(topic, "null value", "k", null, "NULL_VALUE"));
        all.add(new Bad(topic, "null key and null value", null, null, "NULL_VALUE"));
        all.add(new Bad(topic, "300 kB", "k", new byte[300 * 1024], "TOO_LARGE"));
        if (topic == Topic.QUOTES) {
            all.add(new Bad(topic, "cut off in the middle", "k", cut, "CORRUPT"));
        }
    }

    private void intents() {
        intent("empty symbol", intent().setSym(""), "NO_SYMBOL");
        intent("empty strategy", intent().setStrat(""), "EMPTY_STRAT");
        intent("strategy _house", intent().setStrat("_house"), "RESERVED_STRAT");
        intent("urgency NaN", intent().setUrgency(Double.NaN), "URGENCY_RANGE");
        intent("urgency 1.5", intent().setUrgency(1.5), "URGENCY_RANGE");
        intent("urgency -0.1", intent().setUrgency(-0.1), "URGENCY_RANGE");
        intent("absurd size", intent().setTgtpos(ABSURD), "QTY_RANGE");
        intent("absurd short", intent().setTgtpos(Long.MIN_VALUE), "QTY_RANGE");
        intent("time before 1970", intent().setTime(BEFORE_1970), "TIME_INVALID");
        intent("older than the one that stands", intent().setSym(STANDING)
                .setTime(NOW.minusSeconds(3600)), "STALE");
        intent("time in an hour", intent().setTime(NOW.plusSeconds(3600)), "FUTURE");
    }

    private void positions() {
        position("empty symbol", position().setSym(""), "NO_SYMBOL");
        position("absurd size", position().setPosition(ABSURD), "QTY_RANGE");
        position("time before 1970", position().setTime(BEFORE_1970), "TIME_INVALID");
    }

    private void quotes() {
        Quote crossed = quote();
        crossed.setBid(11.0);
        Quote nan = quote();
        nan.setAsk(Double.NaN);
        Quote negative = quote();
        negative.setBid(-1.0);
        Quote old = quote();
        old.setTime(BEFORE_1970);
        Quote nameless = quote();
        nameless.setSym("");
        add(Topic.QUOTES, Quote.class, "bid over ask", crossed, "QUOTE_CROSSED");
        add(Topic.QUOTES, Quote.class, "ask NaN", nan, "PRICE_INVALID");
        add(Topic.QUOTES, Quote.class, "bid negative", negative, "PRICE_INVALID");
        add(Topic.QUOTES, Quote.class, "time before 1970", old, "TIME_INVALID");
        add(Topic.QUOTES, Quote.class, "empty symbol", nameless, "NO_SYMBOL");
    }

    private void controls() {
        Control.Builder control = Control.newBuilder().setTime(NOW).setOperator("test");
        control("GENESIS", control.setAction(ControlAction.GENESIS), "RESERVED_ACTION");
        control("empty symbol", control.setAction(ControlAction.HALT).setSym(""), "NO_SYMBOL");
        control("ADJUST without quantity", control.setAction(ControlAction.ADJUST).setSym("BAD"),
                "CONTROL_INCOMPLETE");
        control("POLICY without a policy", control.setAction(ControlAction.POLICY).setSym(null),
                "CONTROL_INCOMPLETE");
        control("CANCEL of no child", control.setAction(ControlAction.CANCEL).setSym("BAD")
                .setChildid(77L), "UNKNOWN_TARGET");
    }

    private void executions() {
        execution("child of no journal partition", execution().setChildid(-5L), "FOREIGN_CHILD");
        execution("fill without execid", execution().setExecid(""), "EMPTY_EXECID");
        execution("fill of absurd size", execution().setQty(ABSURD), "QTY_RANGE");
        execution("absurd cumqty", execution().setCumqty(ABSURD), "CUMQTY_CONTRADICTS");
        execution("fill of nothing", execution().setQty(0L), "QTY_RANGE");
        execution("price NaN", execution().setPrice(Double.NaN), "PRICE_INVALID");
        execution("no broker", execution().setBrokerid(""), "EMPTY_BROKER");
    }

    private static Intent.Builder intent() {
        return Intent.newBuilder().setTime(NOW).setSym("BAD").setStrat("s").setTgtpos(1)
                .setUrgency(0.5);
    }

    private static PositionStatement.Builder position() {
        return PositionStatement.newBuilder().setTime(NOW).setType(StatementType.OPENING)
                .setSym("BAD").setPosition(1);
    }

    private static Quote quote() {
        // A symbol each: the sequencer conflates quotes of one.
        return Quote.newBuilder().setTime(NOW).setSym("BAD" + System.nanoTime()).setBid(9.99)
                .setAsk(10.01).build();
    }

    private static Execution.Builder execution() {
        return Execution.newBuilder().setTime(NOW).setType(ExecutionType.FILL).setChildid(4242)
                .setBrokerid("paper").setExecid("e1").setTradedate(LocalDate.of(2026, 1, 5))
                .setSym("BAD").setSide(Side.BUY).setQty(1).setPrice(10).setCumqty(1)
                .setLeavesqty(0);
    }

    private void intent(String what, Intent.Builder intent, String reason) {
        add(Topic.INTENTS, Intent.class, what, intent.build(), reason);
    }

    private void position(String what, PositionStatement.Builder statement, String reason) {
        add(Topic.POSITIONS, PositionStatement.class, what, statement.build(), reason);
    }

    private void control(String what, Control.Builder control, String reason) {
        add(Topic.CONTROLS, Control.class, what, control.build(), reason);
    }

    private void execution(String what, Execution.Builder execution, String reason) {
        add(Topic.EXECUTIONS, Execution.class, what, execution.build(), reason);
    }

    private <T extends SpecificRecord> void add(
            Topic topic, Class<T> type, String what, T value, String reason) {
        all.add(new Bad(topic, what, null, bytes(topic, type, value), reason));
    }

    private <T extends SpecificRecord> byte[] bytes(Topic topic, Class<T> type, T value) {
        return AvroSerde.of(registry, names, topic, type).serialize(value);
    }
}
