package io.qtrader.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void namesGoBothWays() {
        TopicNames names = new TopicNames("desk7.");
        for (Topic topic : Topic.values()) {
            assertThat(names.topic(names.of(topic))).contains(topic);
        }
        assertThat(names.of(Topic.CHILD_ORDERS)).isEqualTo("desk7.child-orders");
        assertThat(names.subject(Topic.CHILD_ORDERS)).isEqualTo("desk7.child-orders-value");
        assertThat(names.topic("qtrader.child-orders")).isEmpty();
    }

    @Test
    void refusesAPrefixThatKafkaWouldRefuse() {
        assertThatThrownBy(() -> new TopicNames("desk 7/"))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("qtrader.prefix is \"desk 7/\"");
    }

    @Test
    void inputsAndOutputsAreTheTwoSidesOfTheJournal() {
        assertThat(Topic.inputs()).hasSize(5).contains(Topic.INTENTS).doesNotContain(Topic.JOURNAL);
        assertThat(Topic.outputs())
                .hasSize(12)
                .contains(Topic.CHILD_ORDERS)
                .doesNotContain(Topic.JOURNAL, Topic.DEAD_LETTERS, Topic.TOPIC_IDS);
        assertThat(Topic.outputs()).allMatch(t -> t.record() != null);
    }
}
