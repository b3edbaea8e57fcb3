package io.qtrader.client;

import static io.qtrader.client.Records.execution;
import static io.qtrader.client.Records.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.schemas.Execution;
import io.qtrader.schemas.Intent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private static int tests;

    private final TopicNames names = new TopicNames("publisher" + tests++ + ".");
    private FakeRegistry server;
    private Registry registry;

    @BeforeEach
    void start() throws Exception {
        server = new FakeRegistry();
        registry = new Registry(server.config());
    }

    @AfterEach
    void stop() {
        registry.close();
        server.close();
    }

    @Test
    void intentsAreKeyedBySymbolAndStrategy() throws Exception {
        TestBroker.create(names, 3, Topic.INTENTS);
        try (IntentPublisher publisher =
                new IntentPublisher(TestBroker.config(), names, registry)) {
            publisher.publish(intent("AAPL", 100)).get(20, TimeUnit.SECONDS);
            publisher.publish("MSFT", "strat2", -5, 0.8);
            publisher.publish("MSFT", "strat2", -6, 0.8);
            publisher.flush();
        }
        AvroSerde<Intent> serde = AvroSerde.of(registry, names, Topic.INTENTS, Intent.class);
        List<String> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records(Topic.INTENTS)) {
            Intent read = serde.deserialize(record.value(), record.headers());
            found.add(text(record.key()) + " " + read.getTgtpos());
        }

        assertThat(found)
                .containsExactlyInAnyOrder("AAPL|strat1 100", "MSFT|strat2 -5", "MSFT|strat2 -6");
        assertThat(found.indexOf("MSFT|strat2 -5")).isLessThan(found.indexOf("MSFT|strat2 -6"));
    }

    @Test
    void closeWaitsForWhatIsUnderWay() {
        TestBroker.create(names, 1, Topic.EXECUTIONS);
        try (ExecutionPublisher publisher =
                new ExecutionPublisher(TestBroker.config(), names, registry)) {
            for (long childid = 1; childid <= 100; childid++) {
                publisher.publish(execution(1_000_000_000_000L + childid));
            }
        }

        assertThat(records(Topic.EXECUTIONS))
                .hasSize(100)
                .first()
                .satisfies(r -> assertThat(text(r.key())).isEqualTo("1000000000001"));
    }

    @Test
    void aTopicThatIsNotThereIsOneLine() {
        try (IntentPublisher publisher = new IntentPublisher(impatient(), names, registry)) {
            CompletableFuture<?> lost = publisher.publish(intent("AAPL", 100));

            assertThatThrownBy(lost::join)
                    .hasCauseInstanceOf(ClusterException.class)
                    .cause()
                    .hasMessageStartingWith(
                            "record with key AAPL|strat1 was not written to " + names.prefix()
                                    + "intents (cluster " + TestBroker.bootstrap());
        }
    }

    @Test
    void aRecordThatIsTooLargeIsOneLine() {
        TestBroker.create(names, 1, Topic.INTENTS);
        Intent large = intent("AAPL", 100);
        large.setInfo(Map.of("note", "x".repeat(2_000_000)));
        try (IntentPublisher publisher =
                new IntentPublisher(TestBroker.config(), names, registry)) {
            assertThatThrownBy(publisher.publish(large)::join)
                    .cause()
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("make it smaller");
        }
    }

    @Test
    void afterAFailureNoExecutionIsPublishedOutOfTurn() {
        try (ExecutionPublisher publisher =
                new ExecutionPublisher(impatient(), names, registry)) {
            assertThatThrownBy(publisher.publish(execution(1))::join)
                    .hasCauseInstanceOf(ClusterException.class);
            TestBroker.create(names, 1, Topic.EXECUTIONS);

            assertThatThrownBy(publisher.publish(execution(1))::join)
                    .hasCauseInstanceOf(ClusterException.class)
                    .cause()
                    .hasMessageContaining("record with key 1 was not written");
        }
        assertThat(records(Topic.EXECUTIONS)).isEmpty();
    }

    private static Map<String, Object> impatient() {
        Map<String, Object> config = new HashMap<>(TestBroker.config());
        config.put("max.block.ms", 300);
        return config;
    }

    private List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        try (TopicReader reader = new TopicReader(TestBroker.config(), names.of(topic))) {
            return reader.read(1000).values().stream()
                    .flatMap(held -> held.records().stream())
                    .toList();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
