package io.qtrader.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing, and leaves alone those that are there. */
public final class TopicSetup {

    private final Admin admin;
    private final TopicPlan plan;
    private final Object bootstrap;

    /**
     * @param bootstrap the cluster's address, for messages
     */
    public TopicSetup(Admin admin, TopicPlan plan, Object bootstrap) {
        this.admin = admin;
        this.plan = plan;
        this.bootstrap = bootstrap;
    }

    /**
     * Creates what is missing; {@link TopicCheck} then says whether what was there is right.
     *
     * @return the names of what was created, in flow order
     * @throws SetupException if the journal has other partitions than planned; nothing is created
     * @throws ClusterException if the cluster does not do it
     */
    public List<String> create() {
        Map<String, TopicDescription> there =
                new TopicCheck(admin, plan, bootstrap).describe();
        refuseOtherJournal(there.get(plan.names().of(Topic.JOURNAL)));
        List<NewTopic> missing =
                plan.topics().stream()
                        .filter(spec -> !there.containsKey(spec.name()))
                        .map(this::topic)
                        .toList();
        Map<String, KafkaFuture<Void>> results = admin.createTopics(missing).values();
        List<String> created = new ArrayList<>();
        for (NewTopic topic : missing) {
            if (done(topic.name(), results.get(topic.name()))) {
                created.add(topic.name());
            }
        }
        return created;
    }

    private void refuseOtherJournal(TopicDescription journal) {
        if (journal != null && journal.partitions().size() != plan.partitions()) {
            int count = journal.partitions().size();
            throw new SetupException(
                    "topic " + journal.name() + " has " + count + " partitions, planned are "
                            + plan.partitions() + ": a journal's partitions never change, set "
                            + TopicPlan.PARTITIONS_KEY + "=" + count);
        }
    }

    private NewTopic topic(TopicSpec spec) {
        return new NewTopic(spec.name(), spec.partitions(), (short) plan.replication())
                .configs(spec.config());
    }

    /** False where somebody else was faster. */
    private boolean done(String name, KafkaFuture<Void> result) {
        String what = "topic " + name + " was not created";
        try {
            result.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            if (e.getCause() instanceof InvalidReplicationFactorException) {
                throw new SetupException(
                        what + " on " + bootstrap + ": " + plan.replication() + " copies need as"
                                + " many brokers (" + e.getCause().getMessage() + "); start more,"
                                + " or say --dev with " + TopicPlan.REPLICATION_KEY + "=1");
            }
            throw ClusterException.of(what, bootstrap, e);
        } catch (InterruptedException e) {
            throw ClusterException.interrupted(what, bootstrap, e);
        }
    }
}
