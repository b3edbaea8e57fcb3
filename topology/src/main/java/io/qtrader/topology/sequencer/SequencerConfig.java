package io.qtrader.topology.sequencer;

import io.qtrader.client.ClientProperties;
import io.qtrader.client.TopicNames;
import io.qtrader.client.TopicSpec;
import io.qtrader.topology.StreamsSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/**
 * How a sequencer runs.
 *
 * @param names of the topics; the application id is their prefix and {@code sequencer}
 * @param dev whether a cluster without replication is good enough
 * @param conflation between two quotes of a symbol; zero lets every quote through
 * @param clock the only clock: every entry's time is from it
 * @param properties the registry's ({@code schema.registry.url}, …) and any of Kafka's, which pass
 *     through untouched unless a promise of the sequencer rests on them
 */
public record SequencerConfig(
        TopicNames names,
        boolean dev,
        Duration conflation,
        InstantSource clock,
        Map<String, ?> properties) {

    /** Our configuration key for the time between two quotes of a symbol [ms]. */
    public static final String CONFLATION_KEY = "qtrader.quotes.conflate.ms";

    public static final Duration DEFAULT_CONFLATION = Duration.ofMillis(100);

    private static final Duration LONGEST_CONFLATION = Duration.ofMinutes(1);

    /** Wherever the caller may try to put a property of the clients. */
    private static final List<String> CONSUMERS = List.of("", "consumer.", "main.consumer.");

    private static final List<String> PRODUCERS = List.of("", "producer.");

    private static final String NO_WAY_ROUND = "the sequencer never goes on past a failure";

    public SequencerConfig {
        properties = Map.copyOf(properties);
        if (conflation.isNegative() || conflation.compareTo(LONGEST_CONFLATION) > 0) {
            throw new IllegalArgumentException(
                    CONFLATION_KEY + " is " + conflation.toMillis() + ": give 0 to "
                            + LONGEST_CONFLATION.toMillis());
        }
    }

    /**
     * What a configuration says; what it leaves out is the default.
     *
     * @throws IllegalArgumentException if a value cannot be
     */
    public static SequencerConfig of(Map<String, ?> properties, boolean dev) {
        Object prefix = properties.get(TopicNames.PREFIX_KEY);
        return new SequencerConfig(
                prefix == null ? TopicNames.DEFAULT : new TopicNames(prefix.toString()),
                dev,
                conflation(properties.get(CONFLATION_KEY)),
                InstantSource.system(),
                properties);
    }

    private static Duration conflation(Object value) {
        try {
            return value == null
                    ? DEFAULT_CONFLATION
                    : Duration.ofMillis(Long.parseLong(value.toString().trim()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    CONFLATION_KEY + " is \"" + value + "\": give a whole number of ms");
        }
    }

    /** The consumer group, and Kafka Streams' application id. */
    String group() {
        return group(names);
    }

    static String group(TopicNames names) {
        return names.prefix() + "sequencer";
    }

    /** Kafka's properties, for clients beside Kafka Streams. */
    Map<String, Object> kafka() {
        return ClientProperties.kafka(properties);
    }

    /** What Kafka Streams gets. */
    Properties streams() {
        StreamsSettings settings = new StreamsSettings();
        promises(settings);
        defaults(settings);
        return settings.with(kafka());
    }

    private void promises(StreamsSettings settings) {
        settings.always(StreamsConfig.APPLICATION_ID_CONFIG, group())
                .always(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE)
                .always(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic")
                .always(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true)
                .always(
                        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                        FailOnSendFailure.class)
                .always(
                        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                        LogAndFailExceptionHandler.class)
                .always(
                        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                        LogAndFailProcessingExceptionHandler.class)
                .never("default.production.exception.handler", NO_WAY_ROUND)
                .never("default.deserialization.exception.handler", NO_WAY_ROUND)
                .never(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, NO_WAY_ROUND);
        for (String prefix : CONSUMERS) {
            settings.always(prefix + ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            settings.always(prefix + ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        }
        for (String prefix : PRODUCERS) {
            settings.always(prefix + ProducerConfig.ACKS_CONFIG, "all");
            settings.always(prefix + ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        }
    }

    private static void defaults(StreamsSettings settings) {
        settings.byDefault(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100)
                // The order of the journal is that of arrival: nothing waits for another topic.
                .byDefault(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1)
                .byDefault(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000)
                .byDefault(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1500)
                // How long this instance waits for the registry before others may try.
                .byDefault(consumer(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), 300_000)
                .byDefault(producer(ProducerConfig.LINGER_MS_CONFIG), 0)
                .byDefault(
                        producer(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                        TopicSpec.MAX_WRAPPED_BYTES)
                // Longer than a leader's election takes, shorter than a desk's patience.
                .byDefault(producer(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG), 60_000);
    }

    private static String consumer(String key) {
        return StreamsConfig.mainConsumerPrefix(key);
    }

    private static String producer(String key) {
        return StreamsConfig.producerPrefix(key);
    }

    /** A consumer of committed records beside Kafka Streams, in no group. */
    Map<String, Object> lookingConsumer() {
        Map<String, Object> config = new HashMap<>(kafka());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return config;
    }
}
