package io.qtrader.topology.sequencer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequencerConfigTest {
    private static final Map<String, String> LEAST =
            Map.of("bootstrap.servers", "k:9092", "schema.registry.url", "http://r:8081");

    @Test
    void givesTheClientsWhatThePromiseNeeds() {
        StreamsConfig streams = new StreamsConfig(with(Map.of()));

        Map<String, Object> consumer = streams.getMainConsumerConfigs("g", "c", 0);
        assertThat(consumer)
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none")
                .containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000);
        Map<String, Object> producer = streams.getProducerConfigs("c");
        assertThat(producer)
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.LINGER_MS_CONFIG, 0);
        assertThat(streams.getString(StreamsConfig.APPLICATION_ID_CONFIG))
                .isEqualTo("qtrader.sequencer");
        assertThat(streams.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))
                .isEqualTo(StreamsConfig.AT_LEAST_ONCE);
    }

    @Test
    void passesKafkasPropertiesAndKeepsOurs() {
        Properties streams =
                with(
                        Map.of(
                                "ssl.truststore.location", "/etc/t",
                                "producer.linger.ms", "5",
                                "num.stream.threads", "2",
                                "acks", "all",
                                "qtrader.prefix", "desk."));
        assertThat(streams)
                .containsEntry("ssl.truststore.location", "/etc/t")
                .containsEntry("producer.linger.ms", "5")
                .containsEntry("num.stream.threads", "2")
                .containsEntry("application.id", "desk.sequencer")
                .doesNotContainKeys("qtrader.prefix", "schema.registry.url");
    }

    @ParameterizedTest
    @CsvSource({
        "processing.guarantee, exactly_once_v2",
        "application.id, mine",
        "group.protocol, streams",
        "isolation.level, read_uncommitted",
        "consumer.isolation.level, read_uncommitted",
        "main.consumer.isolation.level, read_uncommitted",
        "auto.offset.reset, latest",
        "main.consumer.auto.offset.reset, earliest",
        "acks, 1",
        "producer.acks, 1",
        "enable.idempotence, false",
        "producer.enable.idempotence, false",
        "production.exception.handler, org.apache.kafka.streams.errors.DefaultProductionExceptionHandler",
        "default.production.exception.handler, x.Y",
        "default.deserialization.exception.handler, x.Y",
        "deserialization.exception.handler, org.apache.kafka.streams.errors.LogAndContinueExceptionHandler",
        "processing.exception.handler, org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler",
        "errors.dead.letter.queue.topic.name, dlq",
    })
    void refusesWhatWouldBreakAPromise(String key, String value) {
        assertThatThrownBy(() -> with(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("leave it out");
    }

    @Test
    void readsTheConflationInterval() {
        assertThat(SequencerConfig.of(LEAST, true).conflation()).isEqualTo(Duration.ofMillis(100));
        assertThat(config(Map.of(SequencerConfig.CONFLATION_KEY, "250")).conflation())
                .isEqualTo(Duration.ofMillis(250));
        for (String bad : new String[] {"-1", "fast", "99999999"}) {
            assertThatThrownBy(() -> config(Map.of(SequencerConfig.CONFLATION_KEY, bad)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(SequencerConfig.CONFLATION_KEY)
                    .hasMessageContaining(bad);
        }
    }

    private static Properties with(Map<String, String> more) {
        return config(more).streams();
    }

    private static SequencerConfig config(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(more);
        return SequencerConfig.of(all, true);
    }
}
