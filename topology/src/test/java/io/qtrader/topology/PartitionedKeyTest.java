package io.qtrader.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionedKeyTest {

    @Test
    void goesWhereItSaysAndShowsItsTextOnly() {
        PartitionedKey key = new PartitionedKey(2, "A\u00e9");

        assertThat(PartitionedKey.partitioner().partitions("t", key, null, 4)).contains(Set.of(2));
        assertThat(PartitionedKey.SERIALIZER.serialize("t", key))
                .isEqualTo(new byte[] {'A', (byte) 0xc3, (byte) 0xa9});
    }

    @Test
    void aTopicWithFewerPartitionsStopsTheTask() {
        assertThatThrownBy(
                        () ->
                                PartitionedKey.partitioner()
                                        .partitions("orders", new PartitionedKey(3, "1"), null, 3))
                .isInstanceOf(StopException.class)
                .hasMessageContaining("orders has 3 partitions")
                .hasMessageContaining("partition 3");
    }
}
