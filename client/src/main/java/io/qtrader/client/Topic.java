package io.qtrader.client;

import static io.qtrader.client.Cleanup.COMPACT;
import static io.qtrader.client.Cleanup.DELETE;
import static io.qtrader.client.Cleanup.NEVER;
import static io.qtrader.client.Direction.ASIDE;
import static io.qtrader.client.Direction.IN;
import static io.qtrader.client.Direction.MID;
import static io.qtrader.client.Direction.OUT;

import io.qtrader.schemas.AggTarget;
import io.qtrader.schemas.Breach;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ExecState;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.Fill;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.Position;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Reject;
import io.qtrader.schemas.Requirement;
import io.qtrader.schemas.StrategyPosition;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The topics of qtrader, in flow order: what each holds, who writes it, what may be forgotten. */
public enum Topic {
    /** The positions that strategies want; key {@code sym|strat}. */
    INTENTS("intents", Intent.class, IN, DELETE),
    /** What brokers report; key child id. */
    EXECUTIONS("executions", Execution.class, IN, DELETE),
    /** What the back office or a broker says we hold; key symbol. */
    POSITIONS("positions", PositionStatement.class, IN, DELETE),
    /** Market data; key symbol. */
    QUOTES("quotes", Quote.class, IN, DELETE),
    /** What operators order; any key. */
    CONTROLS("controls", Control.class, IN, DELETE),

    /** The system of record; key symbol. */
    JOURNAL("journal", JournalEntry.class, MID, NEVER),

    /** Target per symbol; key symbol. */
    TARGETS("targets", AggTarget.class, OUT, COMPACT),
    /** What must change per symbol; key symbol. */
    REQUIREMENTS("requirements", Requirement.class, OUT, COMPACT),
    /** Position per symbol; key symbol. */
    NET_POSITIONS("net-positions", Position.class, OUT, COMPACT),
    /** Position per symbol and strategy; key {@code sym|strat}. */
    STRATEGY_POSITIONS("strategy-positions", StrategyPosition.class, OUT, COMPACT),
    /** Parent orders; key parent id. */
    PARENT_ORDERS("parent-orders", ParentOrder.class, OUT, COMPACT),
    /** Orders; key order id. */
    ORDERS("orders", Order.class, OUT, COMPACT),
    /** Where each child order stands; key child id. */
    CHILD_ORDER_STATE("child-order-state", ChildOrder.class, OUT, COMPACT),
    /** Where the algorithm of each parent stands; key parent id. */
    EXEC_STATES("exec-states", ExecState.class, OUT, COMPACT),
    /** Instructions for broker adapters, the only topic that they may read; key child id. */
    CHILD_ORDERS("child-orders", ChildOrder.class, OUT, DELETE),
    /** Every movement of a position by an execution; key child id. */
    FILLS("fills", Fill.class, OUT, NEVER),
    /** What a person should know; key breach id. */
    BREACHES("breaches", Breach.class, OUT, DELETE),
    /** Inputs that were understood and refused; key reject id. */
    REJECTS("rejects", Reject.class, OUT, DELETE),

    /** Inputs that could not be decoded: their raw bytes, with the reason in headers. */
    DEAD_LETTERS("dead-letters", null, ASIDE, DELETE),
    /** Input topic name to the Kafka topic id that was adopted, both plain text. */
    TOPIC_IDS("topic-ids", null, ASIDE, COMPACT);

    private static final List<Topic> INPUTS = withDirection(IN);
    private static final List<Topic> OUTPUTS = withDirection(OUT);

    private final String suffix;
    private final Class<? extends SpecificRecord> record;
    private final Direction direction;
    private final Cleanup cleanup;

    Topic(
            String suffix,
            Class<? extends SpecificRecord> record,
            Direction direction,
            Cleanup cleanup) {
        this.suffix = suffix;
        this.record = record;
        this.direction = direction;
        this.cleanup = cleanup;
    }

    /** The topic's name without the prefix. */
    public String suffix() {
        return suffix;
    }

    /** The Avro record that its values are, or null where they are raw. */
    public Class<? extends SpecificRecord> record() {
        return record;
    }

    public Direction direction() {
        return direction;
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    /** What the sequencer reads. */
    public static List<Topic> inputs() {
        return INPUTS;
    }

    /** What the Oms writes. */
    public static List<Topic> outputs() {
        return OUTPUTS;
    }

    private static List<Topic> withDirection(Direction direction) {
        return Arrays.stream(values()).filter(t -> t.direction == direction).toList();
    }
}
