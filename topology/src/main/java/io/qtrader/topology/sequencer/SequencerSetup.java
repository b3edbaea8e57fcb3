package io.qtrader.topology.sequencer;

import io.qtrader.client.Registry;
import io.qtrader.client.TopicNames;
import io.qtrader.topology.Patience;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * What a sequencer topology is made of.
 *
 * @param names of the topics
 * @param inputs the input topics as found
 * @param journalPartitions how many the journal has, for ever
 * @param registry of the schemas
 * @param patience for the registry
 * @param clock the only clock: every entry's time is from it
 * @param conflation between two quotes of a symbol; zero lets every quote through
 * @param backlog what waits in the inputs when a task starts
 * @param activity what is written to the journal, by whomever
 */
record SequencerSetup(
        TopicNames names,
        List<InputTopic> inputs,
        int journalPartitions,
        Registry registry,
        Patience patience,
        InstantSource clock,
        Duration conflation,
        Backlog backlog,
        JournalActivity activity) {

    /** How many tasks Kafka Streams makes of it: one for each partition of the widest input. */
    int tasks() {
        return inputs.stream().mapToInt(InputTopic::partitions).max().orElseThrow();
    }

    /** What a task reads: the partition of its own number of every input that has it. */
    Collection<TopicPartition> partitionsOf(int task) {
        return inputs.stream()
                .filter(input -> task < input.partitions())
                .map(input -> new TopicPartition(input.name(), task))
                .collect(Collectors.toList());
    }

    InputTopic input(String name) {
        return inputs.stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
    }
}
