package io.qtrader.topology.blotter;

import io.qtrader.client.ClientProperties;
import io.qtrader.client.TopicNames;
import io.qtrader.topology.StreamsSettings;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How a Blotter runs. It answers from its own stores, so every instance must hold all journal
 * partitions: two at the same time need two groups.
 *
 * @param names of the topics
 * @param group tells Blotters apart; the application id is the prefix and {@code blotter}, then
 *     {@code -} and the group unless that is empty
 * @param port of HTTP on the loopback interface; 0 for a free one
 * @param properties the registry's ({@code schema.registry.url}, …) and any of Kafka's, which pass
 *     through untouched; {@code state.dir} is where its tables are kept
 */
public record BlotterConfig(TopicNames names, String group, int port, Map<String, ?> properties) {

    /**
     * Our configuration keys: the group, default none; the port, default {@value #DEFAULT_PORT}.
     */
    public static final String GROUP_KEY = "qtrader.blotter.group";

    public static final String PORT_KEY = "qtrader.blotter.port";

    public static final int DEFAULT_PORT = 8090;

    private static final int HIGHEST_PORT = 65535;
    private static final Pattern LEGAL_GROUP = Pattern.compile("[a-zA-Z0-9._-]{0,50}");

    public BlotterConfig {
        properties = Map.copyOf(properties);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    PORT_KEY + " is " + port + ": give 1 to " + HIGHEST_PORT
                            + ", or 0 for a free one");
        }
        if (!LEGAL_GROUP.matcher(group).matches()) {
            throw new IllegalArgumentException(
                    GROUP_KEY + " is \"" + group
                            + "\": use at most 50 letters, digits, '.', '_' and '-'");
        }
    }

    /**
     * What a configuration says; what it leaves out is the default.
     *
     * @throws IllegalArgumentException if a value cannot be
     */
    public static BlotterConfig of(Map<String, ?> properties) {
        Object prefix = properties.get(TopicNames.PREFIX_KEY);
        Object group = properties.get(GROUP_KEY);
        return new BlotterConfig(
                prefix == null ? TopicNames.DEFAULT : new TopicNames(prefix.toString()),
                group == null ? "" : group.toString(),
                port(properties.get(PORT_KEY)),
                properties);
    }

    private static int port(Object value) {
        try {
            return value == null ? DEFAULT_PORT : Integer.parseInt(value.toString().trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    PORT_KEY + " is \"" + value + "\": give a port number, or 0 for a free one");
        }
    }

    /** What Kafka Streams gets. */
    Properties streams() {
        String application = names.prefix() + "blotter" + (group.isEmpty() ? "" : "-" + group);
        return new StreamsSettings()
                .always(StreamsConfig.APPLICATION_ID_CONFIG, application)
                // Exactly-once would make it read committed records only, a second late.
                .always(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE)
                .always(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic")
                .always(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true)
                // A copy of its tables elsewhere helps nobody: each instance has all of its own.
                .always(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 0)
                .byDefault(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000)
                // Rows are to be seen when they are read, not when they are committed.
                .byDefault(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0)
                // The tables have no order among each other to wait for.
                .byDefault(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1)
                .byDefault(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class)
                .byDefault(consumer(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_uncommitted")
                .byDefault(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000)
                .byDefault(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1500)
                .with(ClientProperties.kafka(properties));
    }

    private static String consumer(String key) {
        return StreamsConfig.mainConsumerPrefix(key);
    }
}
