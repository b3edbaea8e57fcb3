package io.qtrader.app.replay.explain;

import io.qtrader.app.replay.JournalLine;
import io.qtrader.app.watch.Lines;
import io.qtrader.app.watch.ReadingOrder;
import io.qtrader.app.watch.Seen;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.core.state.Output;
import io.qtrader.core.state.Stream;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Tells a lineage entry by entry: the intents that stood when its parent was made, then whatever
 * changed parent, order or child.
 */
final class Telling {

    /** What stands between an intent and its parent. */
    private static final Set<Stream> NET =
            EnumSet.of(Stream.TARGETS, Stream.REQUIREMENTS, Stream.NET_POSITIONS);
    private static final int PLACE = 12;

    private record Told(JournalLine line, List<Output> outputs) {
    }

    private final Lineage lineage;
    private final String journalid;
    private final Lines lines;
    private final Consumer<String> out;
    /** The latest intent of each strategy that nobody has been told of yet. */
    private final Map<String, Told> standing = new HashMap<>();
    private final Map<Long, ParentOrder> parents = new HashMap<>();
    private boolean begun;

    Telling(Lineage lineage, String journalid, Lines lines, Consumer<String> out) {
        this.lineage = lineage;
        this.journalid = journalid;
        this.lines = lines;
        this.out = out;
    }

    /**
     * Takes an entry.
     *
     * @param counted whether it was neither refused nor a repeat
     */
    void take(JournalLine line, List<Output> outputs, boolean counted) {
        boolean concerns = false;
        for (Output output : outputs) {
            concerns |= lineage.isServing(output.value()) || changesParent(output.value());
        }
        Told told = new Told(line, outputs.stream().filter(this::belongs).toList());
        outputs.forEach(this::remember);
        if (concerns) {
            if (!begun) {
                standing.values().stream().sorted(Comparator.comparing(t -> t.line.offset()))
                        .forEach(this::tell);
                begun = true;
            }
            tell(told);
        } else if (counted && !begun && line.entry().getEvent() instanceof Intent intent
                && intent.getSym().equals(lineage.sym())) {
            standing.put(intent.getStrat(), told);
        }
    }

    /** Another child's fill changes how much of the parent is filled, and nothing about the chain. */
    private boolean changesParent(SpecificRecord record) {
        if (!lineage.isParent(record)) {
            return false;
        }
        ParentOrder parent = (ParentOrder) record;
        ParentOrder before = parents.get(parent.getParentid());
        return before == null || before.getRevision() != parent.getRevision()
                || before.getStatus() != parent.getStatus();
    }

    private boolean belongs(Output output) {
        return lineage.isServing(output.value()) || lineage.isParent(output.value())
                || NET.contains(output.stream()) && output.key().equals(lineage.sym());
    }

    private void remember(Output output) {
        if (lineage.isParent(output.value())) {
            ParentOrder parent = (ParentOrder) output.value();
            parents.put(parent.getParentid(), parent);
        }
    }

    private void tell(Told told) {
        JournalLine line = told.line;
        List<Seen> batch = new ArrayList<>();
        batch.add(seen(line, Topic.JOURNAL, "", (SpecificRecord) line.entry().getEvent(),
                Optional.empty()));
        for (int index = 0; index < told.outputs.size(); index++) {
            Output output = told.outputs.get(index);
            batch.add(seen(line, Topic.valueOf(output.stream().name()), output.key(),
                    output.value(), Optional.of(new Seq(journalid, line.offset(), index))));
        }
        for (Seen seen : ReadingOrder.of(batch)) {
            boolean cause = seen.seq().isEmpty();
            String place = cause ? line.place() : "";
            out.accept(place + " ".repeat(Math.max(1, PLACE - place.length())) + lines.of(seen)
                    + (cause ? source(line.entry().getSource()) : ""));
        }
    }

    private static Seen seen(JournalLine line, Topic topic, String key, SpecificRecord value,
            Optional<Seq> seq) {
        return new Seen(topic, line.partition(), line.offset(), line.entry().getTime(), key, value,
                seq, Optional.empty());
    }

    private static String source(Source source) {
        return source.getTopic().isEmpty() ? "" : "  <- " + source.getTopic() + " "
                + source.getPartition() + "/" + source.getOffset();
    }
}
