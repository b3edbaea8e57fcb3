package io.qtrader.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.client.Seq;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    private static final TopicPartition FILLS_0 = new TopicPartition("fills", 0);

    private final Repeats repeats = new Repeats();

    @Test
    void knowsWhatIsNoNewerThanTheLast() {
        assertThat(seen(FILLS_0, "j", 5, 0)).isFalse();
        assertThat(seen(FILLS_0, "j", 5, 1)).isFalse();
        assertThat(seen(FILLS_0, "j", 5, 1)).isTrue();
        assertThat(seen(FILLS_0, "j", 4, 9)).isTrue();
        assertThat(seen(FILLS_0, "j", 6, 0)).isFalse();
    }

    @Test
    void everyPartitionAndJournalIsItsOwn() {
        assertThat(seen(FILLS_0, "j", 5, 0)).isFalse();
        assertThat(seen(new TopicPartition("fills", 1), "j", 5, 0)).isFalse();
        assertThat(seen(FILLS_0, "other", 1, 0)).isFalse();
    }

    private boolean seen(TopicPartition partition, String journal, long offset, int index) {
        return repeats.seenBefore(partition, new Seq(journal, offset, index));
    }
}
