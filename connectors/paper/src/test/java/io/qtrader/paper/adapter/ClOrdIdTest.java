package io.qtrader.paper.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClOrdIdTest {

    @Test
    void writesAndReadsTheChain() {
        assertThat(ClOrdId.of(1_000_000_000_005L, 0)).hasToString("1000000000005");
        assertThat(ClOrdId.of(5, 2)).hasToString("5-2");
        assertThat(ClOrdId.ofDeadman(5, 1)).hasToString("5-D1");
        for (String text : new String[] {"1000000000005", "5-2", "5-D1"}) {
            assertThat(ClOrdId.parse(text).map(ClOrdId::toString)).contains(text);
        }
    }

    @Test
    void knowsWhatIsNotOurs() {
        for (String text : new String[] {null, "", "x", "5-", "5-x", "-1", "5-2-1",
            "99999999999999999999", "5-D"}) {
            assertThat(ClOrdId.parse(text)).as(text).isEmpty();
        }
    }
}
