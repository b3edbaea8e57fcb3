package io.qtrader.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeqTest {

    @Test
    void standsInTheHeaderAsText() {
        Headers headers = new RecordHeaders();
        new Seq("desk-1", 42, 3).addTo(headers);

        assertThat(headers.lastHeader("qtrader-seq").value())
                .isEqualTo("desk-1/42/3".getBytes(StandardCharsets.UTF_8));
        assertThat(Seq.of(headers)).contains(new Seq("desk-1", 42, 3));
    }

    @Test
    void readsAJournalIdWithSlashes() {
        assertThat(Seq.parse("a/b/42/3")).isEqualTo(new Seq("a/b", 42, 3));
    }

    @Test
    void isEmptyWhereThereIsNoHeader() {
        assertThat(Seq.of(new RecordHeaders())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "a", "a/1", "/1/2", "a/x/2", "a/1/x", "a/-1/2", "a/1/"})
    void refusesWhatIsNotOne(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Seq.parse(text));
    }

    @Test
    void isOrderedByOffsetThenIndex() {
        Seq seq = new Seq("a", 5, 1);

        assertThat(seq).isLessThan(new Seq("a", 6, 0)).isLessThan(new Seq("a", 5, 2));
        assertThat(seq).isEqualByComparingTo(new Seq("a", 5, 1));
    }

    @Test
    void childOrderHeaderReadsBackWhatItWrote() {
        for (long digest : new long[] {0, 1, -1, Long.MIN_VALUE, 0x0123456789abcdefL}) {
            ChildOrderHeader header = new ChildOrderHeader(new Seq("a", 1, 2), 7, digest);
            Headers headers = new RecordHeaders();
            header.addTo(headers);

            assertThat(headers.lastHeader("qtrader-digest").value()).hasSize(16);
            assertThat(ChildOrderHeader.of(headers)).contains(header);
        }
    }

    @Test
    void childOrderHeaderIsEmptyWhereOneOfThreeIsMissingOrUnreadable() {
        for (String damaged : new String[] {Seq.HEADER, "qtrader-counter", "qtrader-digest"}) {
            Headers headers = new RecordHeaders();
            new ChildOrderHeader(new Seq("a", 1, 2), 7, 9).addTo(headers);
            headers.remove(damaged);
            assertThat(ChildOrderHeader.of(headers)).isEmpty();

            headers.add(damaged, "no".getBytes(StandardCharsets.UTF_8));
            assertThat(ChildOrderHeader.of(headers)).isEmpty();
        }
    }
}
