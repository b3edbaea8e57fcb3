package io.qtrader.client;

import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Compares the topics on a cluster with their plan. Changes nothing. */
public final class TopicCheck {

    private static final String PARTITIONS = "number of partitions";
    private static final String REPLICATION = "replication factor";

    private final Admin admin;
    private final TopicPlan plan;
    private final Object bootstrap;

    /**
     * @param bootstrap the cluster's address, for messages
     */
    public TopicCheck(Admin admin, TopicPlan plan, Object bootstrap) {
        this.admin = admin;
        this.plan = plan;
        this.bootstrap = bootstrap;
    }

    /**
     * What is not as it must be, in flow order; empty where all is well.
     *
     * @throws ClusterException if the cluster cannot be asked
     */
    public List<TopicFinding> findings() {
        Map<String, TopicDescription> there = describe();
        Map<String, Config> configs = configs(there);
        List<TopicFinding> findings = new ArrayList<>();
        for (TopicSpec spec : plan.topics()) {
            TopicDescription found = there.get(spec.name());
            if (found == null) {
                findings.add(
                        new TopicFinding(
                                spec.name(), "topic", "missing", "there", "run topics create"));
            } else {
                findings.addAll(partitions(spec, found, there.get(journal())));
                findings.addAll(replication(spec, found));
                findings.addAll(settings(spec, configs.get(spec.name())));
            }
        }
        findings.addAll(sizes(configs));
        return findings;
    }

    /** How many partitions the journal has; empty where there is none. */
    public OptionalInt journalPartitions() {
        TopicDescription journal = describe().get(journal());
        return journal == null
                ? OptionalInt.empty()
                : OptionalInt.of(journal.partitions().size());
    }

    /** The topics of the plan that exist, by name. */
    Map<String, TopicDescription> describe() {
        List<String> names = plan.topics().stream().map(TopicSpec::name).toList();
        Map<String, TopicDescription> there = new HashMap<>();
        admin.describeTopics(names)
                .topicNameValues()
                .forEach(
                        (name, future) -> {
                            TopicDescription found = thereOrNull(future);
                            if (found != null) {
                                there.put(name, found);
                            }
                        });
        return there;
    }

    private TopicDescription thereOrNull(KafkaFuture<TopicDescription> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw ClusterException.of("topics were not looked at", bootstrap, e);
        } catch (InterruptedException e) {
            throw ClusterException.interrupted("topics were not looked at", bootstrap, e);
        }
    }

    private Map<String, Config> configs(Map<String, TopicDescription> there) {
        List<ConfigResource> resources =
                there.keySet().stream()
                        .map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n))
                        .toList();
        Map<String, Config> configs = new HashMap<>();
        try {
            admin.describeConfigs(resources)
                    .all()
                    .get()
                    .forEach((resource, config) -> configs.put(resource.name(), config));
        } catch (ExecutionException e) {
            throw ClusterException.of("settings of topics were not read", bootstrap, e);
        } catch (InterruptedException e) {
            throw ClusterException.interrupted("settings of topics were not read", bootstrap, e);
        }
        return configs;
    }

    /**
     * The journal has as many as planned, and the outputs as many as the journal: where a plan is
     * wrong about both, nobody must be told to delete the outputs.
     */
    private List<TopicFinding> partitions(
            TopicSpec spec, TopicDescription found, TopicDescription journal) {
        int count = found.partitions().size();
        boolean follows =
                spec.topic() != Topic.JOURNAL && spec.topic() != Topic.TOPIC_IDS && journal != null;
        int expected = follows ? journal.partitions().size() : spec.partitions();
        if (!spec.partitionsFixed() || count == expected) {
            return List.of();
        }
        String remedy =
                spec.topic() == Topic.JOURNAL
                        ? "a journal's partitions never change: set " + TopicPlan.PARTITIONS_KEY
                                + "=" + count
                        : "outputs have the journal's partitions: delete it and run topics create";
        return List.of(finding(spec, PARTITIONS, count, expected, remedy));
    }

    private String journal() {
        return plan.names().of(Topic.JOURNAL);
    }

    private List<TopicFinding> replication(TopicSpec spec, TopicDescription found) {
        int copies =
                found.partitions().stream().mapToInt(p -> p.replicas().size()).min().orElse(0);
        if (plan.dev() || copies >= TopicPlan.LEAST_REPLICATION) {
            return List.of();
        }
        return List.of(
                finding(
                        spec,
                        REPLICATION,
                        copies,
                        TopicPlan.LEAST_REPLICATION + " or more",
                        "add copies with kafka-reassign-partitions, or say --dev for a system that"
                                + " may lose data"));
    }

    private List<TopicFinding> settings(TopicSpec spec, Config config) {
        List<TopicFinding> findings = new ArrayList<>();
        for (TopicSetting setting : spec.settings()) {
            String found = value(config, setting.name());
            if (!setting.accepts(found)) {
                findings.add(
                        finding(
                                spec,
                                setting.name(),
                                found,
                                setting.expected(),
                                alter(spec, setting.name(), setting.value())));
            }
        }
        return findings;
    }

    /** Whoever lets inputs be larger must let what wraps them be larger too. */
    private List<TopicFinding> sizes(Map<String, Config> configs) {
        long largest = 0;
        for (Topic input : Topic.inputs()) {
            Config config = configs.get(plan.names().of(input));
            largest = Math.max(largest, config == null ? 0 : size(config));
        }
        long needed = largest + TopicSpec.MAX_WRAPPED_BYTES - TopicSpec.MAX_INPUT_BYTES;
        List<TopicFinding> findings = new ArrayList<>();
        for (TopicSpec spec : plan.topics()) {
            Config config = configs.get(spec.name());
            boolean wraps = spec.topic() == Topic.JOURNAL || spec.topic() == Topic.DEAD_LETTERS;
            // What is below the setting's own bound is a finding already.
            if (wraps && config != null && size(config) < needed && large(config)) {
                findings.add(
                        finding(
                                spec,
                                MAX_MESSAGE_BYTES_CONFIG,
                                size(config),
                                needed + " or more, because an input takes " + largest,
                                alter(spec, MAX_MESSAGE_BYTES_CONFIG, Long.toString(needed))));
            }
        }
        return findings;
    }

    private static boolean large(Config config) {
        return size(config) >= TopicSpec.MAX_WRAPPED_BYTES;
    }

    private static long size(Config config) {
        return Long.parseLong(value(config, MAX_MESSAGE_BYTES_CONFIG));
    }

    private static String value(Config config, String name) {
        ConfigEntry entry = config.get(name);
        return entry == null ? "unknown" : entry.value();
    }

    private String alter(TopicSpec spec, String setting, String value) {
        return "kafka-configs --bootstrap-server " + bootstrap + " --alter --entity-type topics"
                + " --entity-name " + spec.name() + " --add-config " + setting + "=" + value;
    }

    private static TopicFinding finding(
            TopicSpec spec, String setting, Object found, Object expected, String remedy) {
        return new TopicFinding(
                spec.name(), setting, String.valueOf(found), String.valueOf(expected), remedy);
    }
}
