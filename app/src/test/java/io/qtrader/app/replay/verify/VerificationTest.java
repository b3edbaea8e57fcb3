package io.qtrader.app.replay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.replay.MadeJournal;
import io.qtrader.app.replay.Progress;
import io.qtrader.client.Cleanup;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.core.state.Output;
import io.qtrader.schemas.Fill;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerificationTest {

    private static final MadeJournal JOURNAL = MadeJournal.of(3, 2, 900);

    private final MadeOutputs outputs = new MadeOutputs(JOURNAL);

    private Report verify() {
        return verify(false);
    }

    private Report verify(boolean growing) {
        return new Verification(JOURNAL, outputs, growing).run(
                new Progress(new PrintWriter(new StringWriter()), JOURNAL.entries()));
    }

    /** The first difference, as it is told. */
    private List<String> told() {
        Report report = verify();
        assertThat(report.clean()).isFalse();
        List<String> lines = report.lines();
        int at = 0;
        while (!lines.get(at).startsWith("different: ")) {
            at++;
        }
        return lines.subList(at, lines.size());
    }

    private List<OutputRecord> fills() {
        return outputs.of(Topic.FILLS, 1);
    }

    private record Made(Seq seq, Output output) {
    }

    private Made made(Topic topic, int number) {
        List<Made> all = new ArrayList<>();
        JOURNAL.forEachOutput(1, (line, index, output) -> {
            if (Verification.topic(output.stream()) == topic) {
                all.add(new Made(new Seq(MadeJournal.ID, line.offset(), index), output));
            }
        });
        return all.get(number);
    }

    @Test
    void whatTheCoreMadeIsClean() {
        Report report = verify();

        assertThat(report.lines()).noneMatch(line -> line.startsWith("different"));
        assertThat(report.verdict()).matches(
                "clean: all \\d{3,} committed records are what the journal makes");
    }

    @Test
    void anAlteredRecordIsNamedWithItsFieldsAndItsEntry() {
        Made made = made(Topic.FILLS, 20);
        Fill altered = Fill.newBuilder((Fill) made.output().value()).setQty(7).build();
        fills().set(20, MadeOutputs.record(20, made.seq(), made.output(), altered));

        List<String> told = told();

        assertThat(told.get(0)).isEqualTo("different: qtrader.fills partition 1 offset 20");
        assertThat(told.get(1)).startsWith("  a record is not what the journal makes: qty is 7,");
        assertThat(told.get(2)).startsWith("  entry  journal 1/" + made.seq().offset() + " of 2026-")
                .contains(": execution S1", " FILL of child ");
        assertThat(told.get(3)).startsWith("  made   fill S1");
        assertThat(told.get(4)).startsWith("  found  fill S1").contains(" 7 @ ");
        assertThat(told).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(value = Topic.class, names = {"FILLS", "CHILD_ORDERS", "BREACHES", "REJECTS"})
    void aMissingRecordOfALogIsNamed(Topic topic) {
        if (outputs.of(topic, 1).size() < 2) {
            return;
        }
        int number = outputs.of(topic, 1).size() - 1;
        outputs.of(topic, 1).remove(number);
        Made made = made(topic, number);

        assertThat(told()).startsWith("different: qtrader." + topic.suffix() + " partition 1",
                        "  a record is missing")
                .anyMatch(l -> l.startsWith("  entry  journal 1/" + made.seq().offset() + " of "))
                .anyMatch(l -> l.startsWith("  made   "));
    }

    @Test
    void aDoubledRecordIsNamed() {
        fills().add(11, fills().get(10));

        assertThat(told()).startsWith("different: qtrader.fills partition 1 offset 10",
                        "  a record is there twice, or out of the journal's order")
                .anyMatch(line -> line.startsWith("  entry  journal 1/"
                        + made(Topic.FILLS, 10).seq().offset()));
    }

    @Test
    void aForgedRecordAtTheEndIsNamedWithWhatItShouldBe() {
        Made made = made(Topic.FILLS, 5);
        Fill altered = Fill.newBuilder((Fill) made.output().value()).setPosition(99).build();
        fills().add(MadeOutputs.record(5000, made.seq(), made.output(), altered));

        List<String> told = told();

        assertThat(told.get(0)).isEqualTo("different: qtrader.fills partition 1 offset 5000");
        assertThat(told.get(1)).startsWith("  a record stands out of the journal's order, and"
                + " is not what the journal makes: position is 99, must be ");
        assertThat(told).hasSize(5);
    }

    @Test
    void aForgedRecordFromTheFutureDoesNotHideThoseBehindIt() {
        Made made = made(Topic.FILLS, 30);
        fills().add(3, MadeOutputs.record(777, made.seq(), made.output(), made.output().value()));

        List<String> told = told();

        assertThat(told.get(0)).isEqualTo("different: qtrader.fills partition 1 offset 777");
        assertThat(told).noneMatch(line -> line.contains(" more in this topic"));
    }

    @Test
    void aRecordThatNoEntryMakesIsNamed() {
        Made made = made(Topic.FILLS, 8);
        Seq none = new Seq(MadeJournal.ID, made.seq().offset(), 50);
        fills().add(9, MadeOutputs.record(9, none, made.output(), made.output().value()));

        assertThat(told().get(1)).isEqualTo("  a record is there that the journal does not make:"
                + " as number 50 its entry makes nothing");
    }

    @Test
    void recordsThatAreNotTheOmssAreNamed() {
        OutputRecord whole = fills().get(3);
        fills().set(3, new OutputRecord(3, whole.key(), whole.value(), new RecordHeaders()));

        assertThat(told()).startsWith("different: qtrader.fills partition 1 offset 3",
                "  a record is not the Oms's: it bears no qtrader-seq");
    }

    @Test
    void aRecordOfAnEntryBehindTheEndIsADifferenceUnlessTheJournalHasGrown() {
        Made made = made(Topic.FILLS, 8);
        Seq beyond = new Seq(MadeJournal.ID, 1_000_000, 0);
        fills().add(MadeOutputs.record(900, beyond, made.output(), made.output().value()));

        assertThat(told().get(1)).contains("journal offset 1000000 made it, but the journal ends");
        assertThat(verify(true).clean()).isTrue();
    }

    @Test
    void outputsOfAnotherJournalAreRefused() {
        Made made = made(Topic.TARGETS, 0);
        outputs.of(Topic.TARGETS, 0).add(0, MadeOutputs.record(0,
                new Seq("other", 3, 0), made.output(), made.output().value()));

        assertThatThrownBy(this::verify).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("was made by journal other, but the journal replayed is "
                        + MadeJournal.ID);
    }

    @Test
    void compactionIsNoDifferenceWhileTheLatestOfEachKeyIsThere() {
        compact(new Random(5), 0.9);

        assertThat(verify().lines()).noneMatch(line -> line.startsWith("different"));
    }

    @Test
    void aTableWhoseLatestRecordOfAKeyIsMissingIsNamed() {
        compact(new Random(6), 0.5);
        List<OutputRecord> parents = outputs.of(Topic.PARENT_ORDERS, 1);
        OutputRecord lost = latest(parents).values().iterator().next();
        parents.remove(lost);

        assertThat(told().get(1)).isEqualTo("  the latest record of key "
                + new String(lost.key()) + " is missing");
    }

    @Test
    void theBeginningOfALogMayHaveExpiredButNotThatOfFills() {
        outputs.of(Topic.CHILD_ORDERS, 1).subList(0, 10).clear();
        outputs.begins.put(Topic.CHILD_ORDERS, 10L);
        assertThat(verify().clean()).isTrue();

        fills().subList(0, 10).clear();
        outputs.begins.put(Topic.FILLS, 10L);
        assertThat(told()).startsWith("different: qtrader.fills partition 0",
                "  its records before offset 10 are deleted, and none may ever be");
    }

    @Test
    void whatTheOmsHasNotCommittedYetIsNotMissing() {
        for (Topic topic : Topic.outputs()) {
            outputs.of(topic, 1).removeIf(
                    r -> Seq.of(r.headers()).orElseThrow().offset() >= 500);
        }
        outputs.committed.put(1, 500L);
        assertThat(verify().clean()).isTrue();

        outputs.committed.put(1, 900L);
        assertThat(verify().verdict()).startsWith("different: qtrader.")
                .contains("qtrader.fills", "qtrader.parent-orders", "qtrader.child-orders");
    }

    @Test
    void aSchemaThatTheRegistryLacksIsNamed() {
        outputs.schemas.remove(MadeOutputs.id(Topic.ORDERS));

        assertThat(told()).startsWith("different: qtrader.orders partition 0 offset 0")
                .anyMatch(l -> l.contains("its schema " + MadeOutputs.id(Topic.ORDERS)
                        + " is not in the registry"));
    }

    @Test
    void recordsOfAnOlderSchemaAreComparedByWhatItHas() {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : Fill.SCHEMA$.getFields()) {
            if (!field.name().equals("refexecid")) {
                fields.add(new Schema.Field(field, field.schema()));
            }
        }
        Schema older = Schema.createRecord("Fill", null, "io.qtrader.schemas", false, fields);
        outputs.schemas.put(7, older);
        for (int n = 0; n < fills().size(); n++) {
            Made made = made(Topic.FILLS, n);
            OutputRecord r = fills().get(n);
            fills().set(n, new OutputRecord(n, r.key(), project(
                    (Fill) made.output().value(), older), r.headers()));
        }
        assertThat(verify().lines()).noneMatch(line -> line.startsWith("different"));

        byte[] value = fills().get(4).value();
        value[value.length - 3] ^= 1;
        assertThat(told().get(0)).isEqualTo("different: qtrader.fills partition 1 offset 4");
    }

    private static byte[] project(Fill fill, Schema older) {
        var record = new org.apache.avro.generic.GenericData.Record(older);
        older.getFields().forEach(f -> record.put(f.name(), fill.get(f.name())));
        return GenericBytes.of(7, record, Fill.class);
    }

    @Test
    void anyByteOfAnyRecordCounts() {
        Random chance = new Random(9);
        for (Topic topic : Topic.outputs()) {
            List<OutputRecord> all = outputs.of(topic, 0);
            for (int i = 0; i < 3 && !all.isEmpty(); i++) {
                int at = chance.nextInt(all.size());
                OutputRecord whole = all.get(at);
                byte[] flipped = whole.value().clone();
                flipped[chance.nextInt(flipped.length)] ^= (byte) (1 << chance.nextInt(8));
                all.set(at, new OutputRecord(at, whole.key(), flipped, whole.headers()));
                assertThat(verify().verdict()).as(topic + " " + at)
                        .isEqualTo("different: qtrader." + topic.suffix());
                all.set(at, whole);
            }
        }
    }

    /** Drops records that have a later one of their key, by chance. */
    private void compact(Random chance, double share) {
        for (Topic topic : Topic.outputs()) {
            if (topic.cleanup() == Cleanup.COMPACT) {
                for (int partition = 0; partition < 2; partition++) {
                    List<OutputRecord> all = outputs.of(topic, partition);
                    var latest = latest(all).values();
                    all.removeIf(r -> !latest.contains(r) && chance.nextDouble() < share);
                }
            }
        }
    }

    private static Map<String, OutputRecord> latest(List<OutputRecord> all) {
        Map<String, OutputRecord> latest = new HashMap<>();
        all.forEach(r -> latest.put(new String(r.key()), r));
        return latest;
    }
}
