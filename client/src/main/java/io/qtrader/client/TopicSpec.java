package io.qtrader.client;

import static io.qtrader.client.TopicSetting.atLeast;
import static io.qtrader.client.TopicSetting.exactly;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one topic is to be.
 *
 * @param topic which
 * @param name its full name
 * @param partitions how many it is made with
 * @param partitionsFixed whether it must have exactly that many: the journal and all that follows
 *     its partitions; inputs may have any number
 * @param settings Kafka's settings of it
 */
public record TopicSpec(
        Topic topic,
        String name,
        int partitions,
        boolean partitionsFixed,
        List<TopicSetting> settings) {

    /** The largest record that an input topic takes, Kafka's own default [bytes]. */
    public static final int MAX_INPUT_BYTES = 1_048_588;

    /**
     * The largest record behind the inputs: what wraps an input, as journal entry or dead letter,
     * must find room. Producers that write there need this as their max.request.size [bytes].
     */
    public static final int MAX_WRAPPED_BYTES = 2 * MAX_INPUT_BYTES;

    private static final long KEEP_MS = Duration.ofDays(7).toMillis();

    /** What goes sooner than this may be gone before a stopped reader is back. */
    private static final long KEEP_LEAST_MS = Duration.ofDays(1).toMillis();

    static TopicSpec of(Topic topic, TopicPlan plan) {
        boolean fixed = topic.direction() == Direction.MID || topic.direction() == Direction.OUT;
        int partitions = topic == Topic.TOPIC_IDS ? 1 : plan.partitions();
        List<TopicSetting> settings = new ArrayList<>();
        settings.addAll(cleanup(topic.cleanup()));
        settings.addAll(safety(plan));
        settings.addAll(time(topic.direction() != Direction.IN));
        settings.add(size(topic));
        return new TopicSpec(
                topic, plan.names().of(topic), partitions, fixed, List.copyOf(settings));
    }

    private static List<TopicSetting> cleanup(Cleanup cleanup) {
        return switch (cleanup) {
            case COMPACT -> List.of(exactly(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT));
            case DELETE ->
                    List.of(
                            exactly(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE),
                            atLeast(RETENTION_MS_CONFIG, KEEP_MS, KEEP_LEAST_MS),
                            exactly(RETENTION_BYTES_CONFIG, "-1"));
            case NEVER ->
                    List.of(
                            exactly(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE),
                            exactly(RETENTION_MS_CONFIG, "-1"),
                            exactly(RETENTION_BYTES_CONFIG, "-1"));
        };
    }

    private static List<TopicSetting> safety(TopicPlan plan) {
        int insync = plan.dev() ? 1 : TopicPlan.MIN_INSYNC;
        return List.of(
                atLeast(MIN_IN_SYNC_REPLICAS_CONFIG, insync, insync),
                exactly(UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false"));
    }

    /**
     * Records keep the time that their writer gave them. Behind the inputs that is the entry's own,
     * which a replay repeats years later and a wrong clock may set ahead; a broker that refused
     * either would stop the Oms for good.
     */
    private static List<TopicSetting> time(boolean behindInputs) {
        List<TopicSetting> settings = new ArrayList<>();
        settings.add(exactly(MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime"));
        if (behindInputs) {
            String any = Long.toString(Long.MAX_VALUE);
            settings.add(exactly(MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, any));
            settings.add(exactly(MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, any));
        }
        return settings;
    }

    private static TopicSetting size(Topic topic) {
        return topic.direction() == Direction.IN
                ? atLeast(MAX_MESSAGE_BYTES_CONFIG, MAX_INPUT_BYTES, 1)
                : atLeast(MAX_MESSAGE_BYTES_CONFIG, MAX_WRAPPED_BYTES, MAX_WRAPPED_BYTES);
    }

    /** The settings that set-up gives it, by name. */
    public Map<String, String> config() {
        Map<String, String> config = new TreeMap<>();
        settings.forEach(s -> config.put(s.name(), s.value()));
        return config;
    }
}
