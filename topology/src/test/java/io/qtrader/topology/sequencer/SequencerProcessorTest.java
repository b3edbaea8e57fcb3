package io.qtrader.topology.sequencer;

import static io.qtrader.topology.sequencer.Events.intent;
import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.UndecodableException;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Source;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

/** What a task forgets when it is revived: Kafka Streams does it with the same processor. */
class SequencerProcessorTest {

    @Test
    void beginsANewLineageWithEveryIncarnation() throws UndecodableException {
        try (SequencerDriver driver = new SequencerDriver();
                Registry registry = driver.stub.registry()) {
            AvroSerde<JournalEntry> serde =
                    AvroSerde.of(
                            registry, SequencerDriver.NAMES, Topic.JOURNAL, JournalEntry.class);
            SequencerProcessor processor =
                    new SequencerProcessor(
                            driver.setup(1, SequencerConfig.DEFAULT_CONFLATION));
            byte[] value = driver.bytes(Topic.INTENTS, intent("A", "s", 1));

            MockProcessorContext<byte[], Outgoing> first = begin(processor);
            process(processor, first, value, 5);
            process(processor, first, value, 6);
            processor.close();
            assertThat(first.scheduledPunctuators()).allMatch(p -> p.cancelled());
            MockProcessorContext<byte[], Outgoing> second = begin(processor);
            process(processor, second, value, 5);
            process(processor, second, value, 6);

            for (MockProcessorContext<byte[], Outgoing> context : List.of(first, second)) {
                assertThat(prevs(context, serde)).containsExactly(-1L, 5L);
            }
        }
    }

    private static MockProcessorContext<byte[], Outgoing> begin(SequencerProcessor processor) {
        MockProcessorContext<byte[], Outgoing> context = new MockProcessorContext<>();
        processor.init(context);
        return context;
    }

    private static void process(
            SequencerProcessor processor,
            MockProcessorContext<byte[], Outgoing> context,
            byte[] value,
            long offset) {
        context.setRecordMetadata(SequencerDriver.NAMES.of(Topic.INTENTS), 0, offset);
        processor.process(new Record<>(null, value, 0));
    }

    private static List<Long> prevs(
            MockProcessorContext<byte[], Outgoing> context, AvroSerde<JournalEntry> serde)
            throws UndecodableException {
        List<Long> prevs = new ArrayList<>();
        for (var forward : context.forwarded(SequencerTopology.JOURNAL)) {
            Source source = serde.deserialize(forward.record().value().bytes()).getSource();
            prevs.add(source.getPrevoffset());
        }
        return prevs;
    }
}
