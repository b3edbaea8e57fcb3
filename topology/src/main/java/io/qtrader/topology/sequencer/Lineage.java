package io.qtrader.topology.sequencer;

import io.qtrader.core.SourcePosition;
import io.qtrader.schemas.Source;
import java.util.HashMap;
import java.util.Map;

/**
 * What this incarnation of the task has sent so far, by source partition and journal partition: the
 * {@code prev} of the entries to come. A new incarnation begins with nothing, since what stands
 * before the offset that it starts at is known to be in the journal.
 */
final class Lineage {
    private record Line(String topic, int partition, int journalPartition) {}

    private final Map<Line, SourcePosition> sent = new HashMap<>();

    /** The source of an entry about to be sent. */
    Source source(Input input, Target target) {
        SourcePosition prev = sent.getOrDefault(line(input, target), SourcePosition.NONE);
        return source(input, target.index(), prev);
    }

    /** To be called when it has been sent. */
    void sent(Input input, Target target) {
        sent.put(line(input, target), new SourcePosition(input.offset(), target.index()));
    }

    /** The source of a quote, which is exempt: the newest wins, whatever came before it. */
    static Source ofQuote(Input input) {
        return source(input, 0, SourcePosition.NONE);
    }

    /** The source of a tick: none. */
    static Source ofTick() {
        return new Source("", "", -1, -1L, -1, -1L, -1);
    }

    private static Source source(Input input, int index, SourcePosition prev) {
        InputTopic topic = input.topic();
        return new Source(
                topic.id(),
                topic.name(),
                input.partition(),
                input.offset(),
                index,
                prev.offset(),
                prev.index());
    }

    private static Line line(Input input, Target target) {
        return new Line(input.topic().name(), input.partition(), target.partition());
    }
}
