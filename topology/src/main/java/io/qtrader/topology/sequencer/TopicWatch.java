package io.qtrader.topology.sequencer;

import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.topology.StopException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics that a sequencer stands on, as they were when it started. A record does not say which
 * topic it is from but by name, so a topic that is made anew under a running sequencer would pass
 * for the old one, and its records for repetitions: it has to be asked for.
 */
final class TopicWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Admin admin;
    private final List<InputTopic> found;
    private boolean missed;

    private TopicWatch(Admin admin, List<InputTopic> found) {
        this.admin = admin;
        this.found = found;
    }

    /**
     * Looks at the inputs and the journal.
     *
     * @throws StopException if one is missing
     */
    static TopicWatch begin(Admin admin, TopicNames names) {
        List<InputTopic> found = new ArrayList<>();
        Stream.concat(Topic.inputs().stream(), Stream.of(Topic.JOURNAL))
                .forEach(topic -> found.add(find(admin, topic, names.of(topic))));
        return new TopicWatch(admin, found);
    }

    private static InputTopic find(Admin admin, Topic topic, String name) {
        try {
            TopicDescription now = described(admin, name);
            return new InputTopic(topic, name, now.topicId().toString(), now.partitions().size());
        } catch (UnknownTopicOrPartitionException e) {
            throw new StopException(name + " does not exist: run topics create first", e);
        } catch (TimeoutException e) {
            throw new StopException(
                    "no answer from Kafka about " + name + " within " + PATIENCE.toSeconds()
                            + " s: check that the brokers run",
                    e);
        }
    }

    /** The input topics as they were. */
    List<InputTopic> inputs() {
        return found.stream().filter(t -> t.topic() != Topic.JOURNAL).toList();
    }

    /**
     * Compares with what was adopted when the journal was made, or later by a person.
     *
     * @param adopted id by topic name
     * @throws StopException where an input is another one, or was never adopted
     */
    void requireAdopted(Map<String, String> adopted) {
        for (InputTopic input : inputs()) {
            String id = adopted.get(input.name());
            if (id == null) {
                throw new StopException(
                        input.name() + " was never adopted: run topics create, or topics adopt");
            }
            if (!id.equals(input.id())) {
                throw new StopException(madeAnew(input.name(), id, input.id()));
            }
        }
    }

    /** What has changed since the beginning, in one line; empty also where nobody answers. */
    Optional<String> change() {
        try {
            for (InputTopic before : found) {
                Optional<String> change = change(before, described(admin, before.name()));
                if (change.isPresent()) {
                    return change;
                }
            }
            missed = false;
        } catch (UnknownTopicOrPartitionException e) {
            return gone();
        } catch (TimeoutException | KafkaException e) {
            LOG.debug("the topics cannot be looked at now", e);
        }
        return Optional.empty();
    }

    /** A broker that has just come up may not know all topics yet: it takes two looks. */
    private Optional<String> gone() {
        if (!missed) {
            missed = true;
            return Optional.empty();
        }
        return Optional.of(
                "an input topic or the journal was deleted: see topics check; an input is made"
                        + " again with topics create, then topics adopt");
    }

    private static Optional<String> change(InputTopic before, TopicDescription now) {
        if (!now.topicId().toString().equals(before.id())) {
            return Optional.of(madeAnew(before.name(), before.id(), now.topicId().toString()));
        }
        if (now.partitions().size() != before.partitions()) {
            return Optional.of(
                    before.name() + " has " + now.partitions().size()
                            + " partitions, at start it had " + before.partitions() + ": start the sequencer again");
        }
        return Optional.empty();
    }

    private static String madeAnew(String name, String adopted, String found) {
        return name + " was deleted and made anew (its id is " + found + ", adopted was " + adopted
                + "): what the old one held unread is lost; if that may be, run topics adopt";
    }

    private static TopicDescription described(Admin admin, String name) throws TimeoutException {
        KafkaFuture<TopicDescription> future =
                admin.describeTopics(List.of(name)).topicNameValues().get(name);
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
