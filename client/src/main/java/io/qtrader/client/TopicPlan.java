package io.qtrader.client;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How an installation's topics are to be: the one truth for creating them, checking them, and every
 * start.
 *
 * @param names their names
 * @param partitions partitions of the journal and of every output; never changes
 * @param replication copies of each partition
 * @param dev whether a single broker is good enough: no copies, nothing survives its loss
 */
public record TopicPlan(TopicNames names, int partitions, int replication, boolean dev) {

    /** Our configuration keys. */
    public static final String PARTITIONS_KEY = "qtrader.partitions";

    public static final String REPLICATION_KEY = "qtrader.replication";

    public static final int DEFAULT_PARTITIONS = 4;
    public static final int DEFAULT_REPLICATION = 3;

    /** Fewer copies than this lose data with one broker more than {@link #MIN_INSYNC} allows. */
    static final int LEAST_REPLICATION = 3;

    static final int MIN_INSYNC = 2;
    private static final int MOST_PARTITIONS = 1000;

    public TopicPlan {
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new SetupException(
                    PARTITIONS_KEY + " is " + partitions + ": give 1 to " + MOST_PARTITIONS);
        }
        if (replication < 1 || replication > Short.MAX_VALUE) {
            throw new SetupException(REPLICATION_KEY + " is " + replication + ": give 3 or more");
        }
        if (!dev && replication < LEAST_REPLICATION) {
            throw new SetupException(
                    REPLICATION_KEY + " is " + replication + ": give " + LEAST_REPLICATION
                            + " or more, or say --dev for a system that may lose data");
        }
    }

    /**
     * The plan that a configuration describes; what it does not say is the default: 4 partitions, 3
     * copies, one with {@code dev}.
     */
    public static TopicPlan of(Map<String, ?> config, boolean dev) {
        Object prefix = config.get(TopicNames.PREFIX_KEY);
        return new TopicPlan(
                prefix == null ? TopicNames.DEFAULT : new TopicNames(prefix.toString()),
                number(config, PARTITIONS_KEY, DEFAULT_PARTITIONS),
                number(config, REPLICATION_KEY, dev ? 1 : DEFAULT_REPLICATION),
                dev);
    }

    private static int number(Map<String, ?> config, String key, int otherwise) {
        Object value = config.get(key);
        try {
            return value == null ? otherwise : Integer.parseInt(value.toString().trim());
        } catch (NumberFormatException e) {
            throw new SetupException(key + " is \"" + value + "\": give a whole number");
        }
    }

    /** Every topic as it is to be, in flow order. */
    public List<TopicSpec> topics() {
        return Arrays.stream(Topic.values()).map(t -> TopicSpec.of(t, this)).toList();
    }
}
