package io.qtrader.app.cluster;

import io.qtrader.app.policy.PolicyFile;
import io.qtrader.client.AvroSerde;
import io.qtrader.client.ClusterException;
import io.qtrader.client.JournalSeed;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicCheck;
import io.qtrader.client.TopicFinding;
import io.qtrader.client.TopicIds;
import io.qtrader.client.TopicNames;
import io.qtrader.client.TopicPlan;
import io.qtrader.client.TopicSetup;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Puts an installation's topics, schemas and journal on a cluster, and looks whether they are. */
public final class Installation {

    /**
     * What was made.
     *
     * @param topics names of the topics that are new
     * @param journalid identity of the journal
     * @param entries how many first entries were written; 0 where they were there
     * @param findings what is not as it must be
     */
    public record Made(
            List<String> topics, String journalid, int entries, List<TopicFinding> findings) {
    }

    private Installation() {
    }

    /** Makes what is missing: topics, schemas, adopted ids, the journal's first entries. */
    public static Made make(Connection connection, TopicPlan plan, PolicyFile policy) {
        TopicNames names = connection.names();
        try (Admin admin = connection.admin(); Registry registry = connection.registry()) {
            List<String> created = topics(connection, plan, admin, registry);
            JournalSeed.Seeded seeded = new JournalSeed(connection.properties(), names, registry,
                    InstantSource.system()).seed(policy.controls());
            return new Made(created, seeded.journalid(), seeded.written(),
                    new TopicCheck(admin, plan, connection.bootstrap()).findings());
        }
    }

    /** Makes what is missing but the journal's first entries, which an import brings. */
    public static List<String> makeWithoutJournal(Connection connection, TopicPlan plan) {
        try (Admin admin = connection.admin(); Registry registry = connection.registry()) {
            return topics(connection, plan, admin, registry);
        }
    }

    private static List<String> topics(
            Connection connection, TopicPlan plan, Admin admin, Registry registry) {
        registerSchemas(registry, connection.names());
        List<String> created = new TopicSetup(admin, plan, connection.bootstrap()).create();
        NewTopics.await(admin, created, connection.bootstrap());
        adoptNew(connection, admin);
        return created;
    }

    /** How many partitions the journal has; empty where there is none. */
    public static Optional<Integer> journalPartitions(Connection connection) {
        String journal = connection.names().of(Topic.JOURNAL);
        try (Admin admin = connection.admin()) {
            return Optional.of(admin.describeTopics(List.of(journal)).allTopicNames().get()
                    .get(journal).partitions().size());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw ClusterException.of(journal + " was not looked at", connection.bootstrap(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ClusterException.of(journal + " was not looked at", connection.bootstrap(), e);
        }
    }

    /** Registers the schemas of all topics. */
    public static void registerSchemas(Registry registry, TopicNames names) {
        for (Topic topic : Topic.values()) {
            if (topic.record() != null) {
                AvroSerde.of(registry, names, topic, topic.record()).schemaId();
            }
        }
    }

    /** What is not as it must be; empty where all is well. */
    public static List<TopicFinding> check(Connection connection, TopicPlan plan) {
        try (Admin admin = connection.admin()) {
            return new TopicCheck(admin, plan, connection.bootstrap()).findings();
        }
    }

    /** A name never adopted is nobody's old topic; one made anew is a person's to adopt. */
    private static void adoptNew(Connection connection, Admin admin) {
        TopicIds ids = new TopicIds(connection.properties(), connection.names());
        Map<String, String> adopted = ids.adopted();
        Map<String, String> current = ids.current(admin);
        current.keySet().removeAll(adopted.keySet());
        if (!current.isEmpty()) {
            ids.adopt(current);
        }
    }
}
