package io.qtrader.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.schemas.AggTarget;
import io.qtrader.schemas.Algo;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.ParentOrderStatus;
import io.qtrader.schemas.Side;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class LinesTest {

    private static final Instant NOW = Instant.parse("2026-01-05T14:30:00.123Z");
    private static final Intent INTENT = new Intent(NOW, "AAPL", "strat1", 100L, 0.3, Map.of());

    private final Lines lines = new Lines(Ansi.OFF);

    @Test
    void saysARecordAsTheDeskWould() {
        assertThat(lines.of(seen(Topic.INTENTS, INTENT)))
                .endsWith("  intent       AAPL  strat1 wants +100, urgency 0.30");
        assertThat(lines.of(seen(Topic.TARGETS, new AggTarget(NOW, "AAPL", 300L, 0.6333333, 2))))
                .endsWith("  target       AAPL  AggTarget +300, urgency 0.63, of 2 strategies");
        ParentOrder parent = new ParentOrder(5001L, "AAPL", Side.BUY, 300L, 0L, Algo.TWAP, 0.633333,
                ParentOrderStatus.WORKING, NOW, NOW, 1, NOW, null);
        assertThat(lines.of(seen(Topic.PARENT_ORDERS, parent)))
                .contains("  parent       AAPL  5001 WORKING BUY 0/300, twap until ")
                .endsWith("urgency 0.63");
    }

    @Test
    void coloursALineWithoutLookingIntoIt() {
        Intent odd = new Intent(NOW, "@|red X|@", "s", 1L, 0.1, Map.of());

        String line = new Lines(Ansi.ON).of(seen(Topic.INTENTS, odd));

        assertThat(line).startsWith("\u001b[").endsWith("m").contains("@|red X|@");
    }

    @Test
    void aNameForgesNoLineAndMovesNoCursor() {
        Intent odd = new Intent(NOW, "A\u001b[2J", "s\n14:30:00.123  fill", 1L, 0.1, Map.of());

        String line = lines.of(seen(Topic.INTENTS, odd));

        assertThat(line.lines()).hasSize(1);
        assertThat(line).contains("A\\u001b[2J").contains("s\\u000a14:30:00.123  fill");
    }

    @Test
    void saysWhyAValueIsNotThere() {
        Seen tombstone = new Seen(Topic.ORDERS, 0, 0, NOW, "7", null, Optional.empty(),
                Optional.empty());
        Seen letter = new Seen(Topic.DEAD_LETTERS, 0, 0, NOW, null, null, Optional.empty(),
                Optional.of("NO_MAGIC: first byte=9, must be 0"));

        assertThat(lines.of(tombstone)).contains("orders").endsWith("key 7: gone");
        assertThat(lines.of(letter)).contains("dead-letters")
                .endsWith("key none: NO_MAGIC: first byte=9, must be 0");
    }

    @Test
    void writesARecordAsJson() throws Exception {
        Seen seen = new Seen(Topic.INTENTS, 2, 17, NOW, "AAPL|strat1", INTENT,
                Optional.of(new Seq("j", 5, 1)), Optional.empty());

        var json = new ObjectMapper().readTree(RecordJson.line(seen));

        assertThat(json.path("topic").asText()).isEqualTo("intents");
        assertThat(json.path("seq").asText()).isEqualTo("j/5/1");
        assertThat(json.path("value").path("tgtpos").asLong()).isEqualTo(100);
        assertThat(json.path("value").path("time").asText()).isEqualTo("2026-01-05T14:30:00.123Z");
        assertThat(json.path("value").path("info").isObject()).isTrue();
    }

    private static Seen seen(Topic topic, SpecificRecord value) {
        return new Seen(topic, 0, 0, NOW, "k", value, Optional.empty(), Optional.empty());
    }
}
