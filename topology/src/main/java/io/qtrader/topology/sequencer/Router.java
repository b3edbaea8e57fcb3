package io.qtrader.topology.sequencer;

import io.qtrader.core.state.Ids;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Quote;
import io.qtrader.topology.sequencer.Verdict.Accepted;
import io.qtrader.topology.sequencer.Verdict.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * Finds an event's journal partition: an execution's by its child id, since ids carry their
 * partition, everything else by symbol with the Java partitioner, what is for all goes to all.
 * Neither the key nor the partition that the writer chose has a say, so writers may use any client.
 */
final class Router {
    private final int partitions;

    /** @param partitions of the journal */
    Router(int partitions) {
        this.partitions = partitions;
    }

    /** The one place that tells the events apart. */
    Verdict route(SpecificRecord event) {
        if (event instanceof Intent intent) {
            return bySymbol(intent, intent.getSym());
        }
        if (event instanceof Execution execution) {
            return execution(execution);
        }
        if (event instanceof PositionStatement statement) {
            return bySymbol(statement, statement.getSym());
        }
        if (event instanceof Quote quote) {
            return bySymbol(quote, quote.getSym());
        }
        if (event instanceof Control control) {
            return control(control);
        }
        throw new IllegalStateException("no input is a " + event.getSchema().getFullName());
    }

    private Verdict bySymbol(SpecificRecord event, String sym) {
        if (sym.isBlank()) {
            return refused(Fault.NO_SYMBOL, "sym=\"" + sym + "\"");
        }
        return new Accepted(event, sym, List.of(new Target(ofSymbol(sym), 0)));
    }

    private Verdict control(Control control) {
        if (control.getAction() == ControlAction.GENESIS) {
            return refused(Fault.RESERVED_ACTION, "action=GENESIS");
        }
        if (control.getSym() != null) {
            return bySymbol(control, control.getSym());
        }
        if (control.getChildid() == null) {
            return new Accepted(control, null, all());
        }
        OptionalInt partition = ofChild(control.getChildid());
        if (partition.isEmpty()) {
            return refused(Fault.FOREIGN_CHILD, foreign(control.getChildid()));
        }
        return new Accepted(control, null, one(partition.getAsInt(), 0));
    }

    /**
     * An execution's index is above those of any halt. The same record may be found unreadable
     * once, with its halt journaled, and readable when it is read again after a crash, since its
     * schema has turned up: then it must not be taken for a repetition of its halt.
     *
     * <p>An execution that cannot be placed halts as one that cannot be read does: it may be a
     * fill that no position will ever show.
     */
    private Verdict execution(Execution execution) {
        String sym = execution.getSym();
        boolean placeable = !sym.isBlank();
        if (execution.getType() == ExecutionType.UNSOLICITED) {
            return placeable
                    ? new Accepted(execution, sym, one(ofSymbol(sym), partitions))
                    : halting(Fault.NO_SYMBOL, "sym=\"" + sym + "\"", all());
        }
        OptionalInt partition = ofChild(execution.getChildid());
        if (partition.isPresent()) {
            return new Accepted(execution, sym, one(partition.getAsInt(), partitions));
        }
        List<Target> halts = placeable ? one(ofSymbol(sym), ofSymbol(sym)) : all();
        return halting(Fault.FOREIGN_CHILD, foreign(execution.getChildid()), halts);
    }

    /** Where an execution that cannot be read halts: its key may name its child, in decimal. */
    List<Target> halts(byte[] key) {
        OptionalInt partition = key == null ? OptionalInt.empty() : ofChild(decimal(key));
        return partition.isPresent()
                ? one(partition.getAsInt(), partition.getAsInt())
                : all();
    }

    private static long decimal(byte[] key) {
        try {
            return key.length > 19 ? 0 : Long.parseLong(new String(key, StandardCharsets.UTF_8));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private OptionalInt ofChild(long childid) {
        long partition = Ids.partitionOf(childid);
        boolean ours = childid > 0 && childid % Ids.SPAN != 0 && partition < partitions;
        return ours ? OptionalInt.of((int) partition) : OptionalInt.empty();
    }

    private int ofSymbol(String sym) {
        byte[] bytes = sym.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
    }

    private List<Target> all() {
        return IntStream.range(0, partitions).mapToObj(p -> new Target(p, p)).toList();
    }

    private static List<Target> one(int partition, int index) {
        return List.of(new Target(partition, index));
    }

    private String foreign(long childid) {
        return "childid=" + childid + ", journal partitions=" + partitions;
    }

    private static Refused refused(Fault fault, String particulars) {
        return halting(fault, particulars, List.of());
    }

    private static Refused halting(Fault fault, String particulars, List<Target> halts) {
        return new Refused(fault.name(), fault + ": " + particulars, halts);
    }
}
