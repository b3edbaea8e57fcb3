package io.qtrader.topology.sequencer;

import static io.qtrader.topology.sequencer.Events.child;
import static io.qtrader.topology.sequencer.Events.control;
import static io.qtrader.topology.sequencer.Events.execution;
import static io.qtrader.topology.sequencer.Events.fill;
import static io.qtrader.topology.sequencer.Events.intent;
import static io.qtrader.topology.sequencer.Events.quote;
import static io.qtrader.topology.sequencer.Events.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Tick;
import io.qtrader.topology.sequencer.Verdict.Accepted;
import io.qtrader.topology.sequencer.Verdict.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private static final int PARTITIONS = 4;

    private final Router router = new Router(PARTITIONS);

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "MSFT", "ES.Z6", "日経225", "🚀", "x"})
    void findsASymbolsPartitionAsTheJavaProducerDoes(String sym) {
        byte[] key = sym.getBytes(StandardCharsets.UTF_8);
        int partition = BuiltInPartitioner.partitionForKey(key, PARTITIONS);

        assertThat(targets(intent(sym, "s1", 100))).containsExactly(new Target(partition, 0));
        assertThat(targets(quote(sym, 1, 2))).containsExactly(new Target(partition, 0));
        assertThat(targets(statement(sym, 5))).containsExactly(new Target(partition, 0));
        assertThat(targets(control(ControlAction.FLATTEN).setSym(sym).build()))
                .containsExactly(new Target(partition, 0));
    }

    @Test
    void sendsAnExecutionWhereItsChildLivesWhateverItsSymbol() {
        for (int p = 0; p < PARTITIONS; p++) {
            assertThat(targets(fill(child(p, 7), "AAPL", 10)))
                    .containsExactly(new Target(p, PARTITIONS));
            assertThat(targets(fill(child(p, 7), "", 10)))
                    .containsExactly(new Target(p, PARTITIONS));
        }
    }

    @Test
    void sendsAnUnsolicitedTradeBySymbol() {
        assertThat(targets(execution(ExecutionType.UNSOLICITED, 0, "AAPL", 10)))
                .extracting(Target::partition)
                .containsExactly(targets(intent("AAPL", "s1", 1)).get(0).partition());
        assertThat(refused(execution(ExecutionType.UNSOLICITED, 0, " ", 10)))
                .satisfies(r -> assertThat(r.reason()).isEqualTo("NO_SYMBOL"))
                .satisfies(r -> assertThat(r.halts()).hasSize(PARTITIONS));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0, -1, Long.MIN_VALUE, 1_000_000_000_000L, 4_000_000_000_001L, Long.MAX_VALUE
            })
    void refusesAnExecutionOfAChildThatCannotBeOurs(long childid) {
        Refused refused = refused(fill(childid, "AAPL", 10));

        assertThat(refused.reason()).isEqualTo("FOREIGN_CHILD");
        assertThat(refused.text()).contains("childid=" + childid);
        int bySymbol = targets(intent("AAPL", "s1", 1)).get(0).partition();
        assertThat(refused.halts()).containsExactly(new Target(bySymbol, bySymbol));
    }

    @Test
    void broadcastsAControlThatNamesNothing() {
        assertThat(targets(control(ControlAction.HALT).build()))
                .containsExactly(
                        new Target(0, 0), new Target(1, 1), new Target(2, 2), new Target(3, 3));
        assertThat(targets(control(ControlAction.HALT).setBrokerid("paper").build())).hasSize(4);
    }

    @Test
    void sendsAControlOfAChildWhereTheChildLives() {
        assertThat(targets(control(ControlAction.CANCEL).setChildid(child(2, 9)).build()))
                .containsExactly(new Target(2, 0));
        assertThat(refused(control(ControlAction.CANCEL).setChildid(17L * Long.MAX_VALUE).build()))
                .satisfies(r -> assertThat(r.reason()).isEqualTo("FOREIGN_CHILD"))
                .satisfies(r -> assertThat(r.halts()).isEmpty());
    }

    @Test
    void neverTakesAnEmptySymbolForAll() {
        assertThat(refused(control(ControlAction.FLATTEN).setSym("").build()).reason())
                .isEqualTo("NO_SYMBOL");
    }

    @Test
    void refusesGenesis() {
        assertThat(refused(control(ControlAction.GENESIS).build()).reason())
                .isEqualTo("RESERVED_ACTION");
    }

    @Test
    void haltsWhereTheKeyOfAnUnreadableExecutionSays() {
        assertThat(router.halts(utf8("3000000000042"))).containsExactly(new Target(3, 3));
        for (String nobody :
                List.of("", "AAPL", "0", "-5", "4000000000001", "99999999999999999999")) {
            assertThat(router.halts(utf8(nobody))).as(nobody).hasSize(PARTITIONS);
        }
        assertThat(router.halts(null)).hasSize(PARTITIONS);
    }

    /** A new kind of event must find a route, or be made by the sequencer itself. */
    @Test
    void knowsEveryEventOfTheJournal() {
        List<String> union =
                JournalEntry.getClassSchema().getField("event").schema().getTypes().stream()
                        .map(Schema::getName)
                        .collect(Collectors.toList());
        Stream<SpecificRecord> routed =
                Stream.of(
                        intent("A", "s", 1),
                        fill(child(0, 1), "A", 1),
                        statement("A", 1),
                        quote("A", 1, 2),
                        control(ControlAction.HALT).build());
        routed.peek(e -> assertThat(router.route(e)).isInstanceOf(Accepted.class))
                .forEach(e -> union.remove(e.getSchema().getName()));

        assertThat(union).containsExactly("Tick");
        assertThatThrownBy(() -> router.route(new Tick(0))).hasMessageContaining("Tick");
    }

    private List<Target> targets(SpecificRecord event) {
        return ((Accepted) router.route(event)).targets();
    }

    private Refused refused(SpecificRecord event) {
        return (Refused) router.route(event);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
