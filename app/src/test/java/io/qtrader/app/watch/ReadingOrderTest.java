package io.qtrader.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {

    private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");

    @Test
    void anIntentGoesDownTheLayers() {
        List<Seen> told = List.of(
                input(NOW, Topic.INTENTS),
                output(NOW, Topic.TARGETS, 7, 3),
                output(NOW, Topic.REQUIREMENTS, 7, 2),
                output(NOW, Topic.PARENT_ORDERS, 7, 1),
                output(NOW, Topic.ORDERS, 7, 0),
                output(NOW, Topic.CHILD_ORDER_STATE, 7, 4));

        assertThat(ReadingOrder.of(reversed(told))).isEqualTo(told);
    }

    @Test
    void aFillComesUpThem() {
        List<Seen> told = List.of(
                output(NOW, Topic.FILLS, 7, 5),
                output(NOW, Topic.CHILD_ORDER_STATE, 7, 4),
                output(NOW, Topic.ORDERS, 7, 3),
                output(NOW, Topic.PARENT_ORDERS, 7, 2),
                output(NOW, Topic.NET_POSITIONS, 7, 1),
                output(NOW, Topic.REQUIREMENTS, 7, 0));

        assertThat(ReadingOrder.of(reversed(told))).isEqualTo(told);
    }

    @Test
    void timeComesFirstAndThenTheJournal() {
        List<Seen> told = List.of(
                output(NOW, Topic.REQUIREMENTS, 7, 0),
                output(NOW, Topic.TARGETS, 8, 0),
                output(NOW.plusMillis(1), Topic.TARGETS, 6, 0));

        assertThat(ReadingOrder.of(reversed(told))).isEqualTo(told);
    }

    private static List<Seen> reversed(List<Seen> records) {
        List<Seen> reversed = new ArrayList<>(records);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Seen input(Instant time, Topic topic) {
        return seen(time, topic, Optional.empty());
    }

    private static Seen output(Instant time, Topic topic, long offset, int index) {
        return seen(time, topic, Optional.of(new Seq("j", offset, index)));
    }

    private static Seen seen(Instant time, Topic topic, Optional<Seq> seq) {
        return new Seen(topic, 0, 0, time, "k", null, seq, Optional.empty());
    }
}
