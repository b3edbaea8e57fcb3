package io.qtrader.topology.sequencer;

import io.qtrader.client.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/**
 * inputs → sequencer → journal: task t reads partition t of every input, and writes to whatever
 * journal partition its records belong to.
 *
 * <pre>
 * intents ─────┐
 * executions ──┤
 * positions ───┼──► sequencer ──► journal
 * quotes ──────┤        │
 * controls ────┘        └───────► dead-letters
 * </pre>
 */
final class SequencerTopology {
    static final String SEQUENCER = "sequencer";
    static final String JOURNAL = "journal";
    static final String DEAD_LETTERS = "dead-letters";

    private SequencerTopology() {}

    static Topology of(SequencerSetup setup) {
        Topology topology = new Topology();
        for (Topic topic : Topic.inputs()) {
            topology.addSource(
                    reset(topic),
                    source(topic),
                    // A writer's timestamp may be anything; a negative one would kill the thread.
                    new WallclockTimestampExtractor(),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer(),
                    setup.names().of(topic));
        }
        topology.addProcessor(
                SEQUENCER,
                () -> new SequencerProcessor(setup),
                Topic.inputs().stream().map(SequencerTopology::source).toArray(String[]::new));
        topology.addSink(
                JOURNAL,
                setup.names().of(Topic.JOURNAL),
                new ByteArraySerializer(),
                Outgoing.SERIALIZER,
                Outgoing.PARTITIONER,
                SEQUENCER);
        topology.addSink(
                DEAD_LETTERS,
                setup.names().of(Topic.DEAD_LETTERS),
                new ByteArraySerializer(),
                Outgoing.SERIALIZER,
                SEQUENCER);
        return topology;
    }

    /** A source bears its topic's name without the prefix. */
    static String source(Topic topic) {
        return topic.suffix();
    }

    /**
     * What expired before it was read is lost, and must not be passed over in silence: the task
     * stops. Only quotes that expired are none the worse for it, since the newest wins.
     */
    private static AutoOffsetReset reset(Topic topic) {
        return topic == Topic.QUOTES ? AutoOffsetReset.earliest() : AutoOffsetReset.none();
    }
}
