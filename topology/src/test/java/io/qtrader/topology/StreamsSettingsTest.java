package io.qtrader.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

    private final StreamsSettings settings =
            new StreamsSettings()
                    .byDefault("producer.linger.ms", 0)
                    .byDefault("main.consumer.session.timeout.ms", 6000)
                    .always("processing.guarantee", "exactly_once_v2")
                    .never("dead.letters", "nothing is set aside");

    @Test
    void defaultsHoldUnlessGiven() {
        assertThat(settings.with(Map.of("client.id", "a")))
                .containsEntry("producer.linger.ms", 0)
                .containsEntry("client.id", "a")
                .containsEntry("processing.guarantee", "exactly_once_v2");
        assertThat(settings.with(Map.of("producer.linger.ms", "5")))
                .containsEntry("producer.linger.ms", "5");
    }

    @Test
    void aDefaultWithAPrefixDoesNotHideTheCallersPlainKey() {
        assertThat(settings.with(Map.of("linger.ms", "5", "consumer.session.timeout.ms", "9000")))
                .doesNotContainKey("producer.linger.ms")
                .doesNotContainKey("main.consumer.session.timeout.ms");
        assertThat(settings.with(Map.of("session.timeout.ms", "9000")))
                .doesNotContainKey("main.consumer.session.timeout.ms");
    }

    @Test
    void whatAPromiseRestsOnCannotBeChanged() {
        assertThat(settings.with(Map.of("processing.guarantee", "exactly_once_v2"))).isNotEmpty();
        assertThatThrownBy(() -> settings.with(Map.of("processing.guarantee", "at_least_once")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "processing.guarantee is at_least_once, but must be exactly_once_v2 here:"
                                + " leave it out");
    }

    @Test
    void whatWouldBreakAPromiseCannotBeGiven() {
        assertThatThrownBy(() -> settings.with(Map.of("dead.letters", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing is set aside");
    }
}
