package io.qtrader.topology.oms;

import io.qtrader.client.ClientProperties;
import io.qtrader.client.TopicNames;
import io.qtrader.client.TopicPlan;
import io.qtrader.topology.StreamsSettings;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/**
 * How an Oms runs.
 *
 * @param names of the topics; the application id is their prefix and {@code oms}
 * @param dev whether a cluster without replication is good enough; without it another instance
 *     keeps a copy of each task's state ({@code num.standby.replicas} is 1)
 * @param replication copies of the changelog
 * @param properties the registry's ({@code schema.registry.url}, …) and any of Kafka's, which pass
 *     through untouched unless a promise of the Oms rests on them
 */
public record OmsConfig(
        TopicNames names, boolean dev, int replication, Map<String, ?> properties) {

    /** They would go on past a failure, or keep records where nobody looks. */
    private static final String NO_WAY_ON = "the oms never goes on past a failure";

    public OmsConfig {
        properties = Map.copyOf(properties);
    }

    /**
     * What a configuration says; what it leaves out is the default.
     *
     * @throws IllegalArgumentException if a value cannot be
     */
    public static OmsConfig of(Map<String, ?> properties, boolean dev) {
        TopicPlan plan = TopicPlan.of(properties, dev);
        return new OmsConfig(plan.names(), dev, plan.replication(), properties);
    }

    /** Its application id, which is also the consumer group that commits what it has applied. */
    public static String applicationId(TopicNames names) {
        return names.prefix() + "oms";
    }

    /** What Kafka Streams gets. */
    Properties streams() {
        StreamsSettings settings = new StreamsSettings();
        promises(settings);
        defaults(settings);
        return settings.with(ClientProperties.kafka(properties));
    }

    private void promises(StreamsSettings settings) {
        settings.always(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(names))
                .always(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2)
                .always(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic")
                .always(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true)
                .always(
                        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                        LogAndFailExceptionHandler.class)
                .always(
                        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                        LogAndFailProcessingExceptionHandler.class)
                .always(
                        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                        DefaultProductionExceptionHandler.class)
                .never("default.deserialization.exception.handler", NO_WAY_ON)
                .never("default.production.exception.handler", NO_WAY_ON)
                .never(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, NO_WAY_ON);
    }

    private void defaults(StreamsSettings settings) {
        settings.byDefault(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication)
                .byDefault(topic(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), Math.min(2, replication))
                .byDefault(topic(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG), false)
                .byDefault(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000)
                .byDefault(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0)
                .byDefault(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, dev ? 0 : 1)
                .byDefault(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000)
                .byDefault(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1500)
                // A standby's restore waits for the end of a dead producer's transaction. A stall
                // that is longer costs the thread, which a new one replaces.
                .byDefault(producer(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 3000)
                .byDefault(producer(ProducerConfig.LINGER_MS_CONFIG), 0);
    }

    /** For the changelog, which is as precious as the outputs. */
    private static String topic(String key) {
        return StreamsConfig.topicPrefix(key);
    }

    private static String consumer(String key) {
        return StreamsConfig.mainConsumerPrefix(key);
    }

    private static String producer(String key) {
        return StreamsConfig.producerPrefix(key);
    }
}
