package io.qtrader.client;

import static io.qtrader.client.Records.intent;
import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.schemas.Intent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {

    private FakeRegistry server;
    private Registry registry;
    private AvroSerde<Intent> serde;

    @BeforeEach
    void start() throws Exception {
        server = new FakeRegistry();
        registry = new Registry(server.config());
        serde = AvroSerde.of(registry, TopicNames.DEFAULT, Topic.INTENTS, Intent.class);
    }

    @AfterEach
    void stop() {
        registry.close();
        server.close();
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        byte[] bytes = serde.serialize(intent("AAPL", 100));

        assertThat(bytes).startsWith(0, 0, 0, 0, serde.schemaId());
        assertThat(serde.deserialize(bytes)).isEqualTo(intent("AAPL", 100));
        assertThat(server.requests)
                .containsExactly("POST /subjects/qtrader.intents-value/versions");
    }
}
