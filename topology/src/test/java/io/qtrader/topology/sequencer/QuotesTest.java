package io.qtrader.topology.sequencer;

import static io.qtrader.topology.sequencer.Events.quote;
import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.client.Topic;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Source;
import io.qtrader.topology.sequencer.SequencerDriver.Journaled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Quotes are conflated per symbol: the newest wins. */
class QuotesTest {
    private final SequencerDriver sequencer = new SequencerDriver();

    @AfterEach
    void close() {
        sequencer.close();
    }

    @Test
    void letsTheFirstAfterAQuietIntervalThroughAtOnce() {
        send("AAPL", 1);
        assertThat(bids()).containsExactly(1.0);

        sequencer.advanceMs(250);
        send("AAPL", 2);
        assertThat(bids()).containsExactly(2.0);
    }

    @Test
    void holdsTheOthersAndLetsTheLatestThrough() {
        send("AAPL", 1);
        send("AAPL", 2);
        send("AAPL", 3);
        assertThat(bids()).containsExactly(1.0);

        sequencer.advanceMs(100);
        assertThat(bids()).containsExactly(3.0);

        send("AAPL", 4);
        send("AAPL", 5);
        assertThat(bids()).as("an interval is not quiet that had a quote before it").isEmpty();
        sequencer.advanceMs(100);
        assertThat(bids()).containsExactly(5.0);
    }

    @Test
    void holdsSymbolsApartAndReleasesThemInOrder() {
        for (String sym : List.of("C", "A", "B")) {
            send(sym, 1);
            send(sym, 2);
        }
        assertThat(syms()).containsExactly("C", "A", "B");

        sequencer.advanceMs(100);
        assertThat(syms()).containsExactly("C", "A", "B");
    }

    @Test
    void stampsAHeldQuoteWhenItIsReleasedAndNamesItsOwnOffset() {
        send("AAPL", 1);
        send("AAPL", 2);
        send("AAPL", 3);
        sequencer.advanceMs(100);

        Journaled released = sequencer.journal().get(1);
        assertThat(released.entry().getTime()).isEqualTo(SequencerDriver.START.plusMillis(100));
        assertThat(released.entry().getSource())
                .as("exempt from lineage, so that what was dropped is no hole")
                .isEqualTo(new Source("id-of-quotes", "qtrader.quotes", 0, 2L, 0, -1L, -1));
    }

    @Test
    void judgesBeforeItConflates() {
        send("AAPL", 1);
        sequencer.sendRaw(Topic.QUOTES, null, new byte[] {9});
        send("AAPL", 2);

        assertThat(sequencer.deadLetters()).hasSize(1);
        sequencer.advanceMs(100);
        assertThat(bids()).containsExactly(1.0, 2.0);
    }

    @Test
    void letsEveryQuoteThroughWhereConflationIsOff() {
        try (SequencerDriver every = new SequencerDriver(1, Duration.ZERO)) {
            every.backlog.complete(Map.of());
            for (int i = 0; i < 5; i++) {
                every.send(Topic.QUOTES, quote("AAPL", i, i + 1));
            }
            assertThat(every.journal()).hasSize(5);
        }
    }

    private void send(String sym, double bid) {
        sequencer.send(Topic.QUOTES, quote(sym, bid, bid + 1));
    }

    private List<Double> bids() {
        return sequencer.journal().stream().map(j -> j.event(Quote.class).getBid()).toList();
    }

    private List<String> syms() {
        return sequencer.journal().stream().map(j -> j.event(Quote.class).getSym()).toList();
    }
}
