package io.qtrader.paper.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.paper.wire.Report;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BehaviourTest {

    @Test
    void fillsAsTheScriptSays() {
        Floor floor = Floor.scripted("# comment", "", "order 1: ack, fill 40, fill 60 @ 182.40");
        floor.quote(182.49, 182.51, 0).buy("1", 182.55, 100).buy("2", 182.00, 5).pass(10);
        assertThat(floor.said()).containsExactly(
                "NEW 1 0/100", "NEW 2 0/5", "FILL 1 40@182.51 40/60", "FILL 1 60@182.4 100/0");
    }

    @Test
    void rejectsWithTheWordsOfTheScript() {
        Floor floor = Floor.scripted("order 1: reject transient 'busy, later'", "order 2: reject");
        floor.buy("1", 182, 1).pass(1);
        assertThat(floor.last().transientReject()).isTrue();
        assertThat(floor.last().text()).isEqualTo("busy, later");
        floor.buy("2", 182, 1).pass(1);
        assertThat(floor.last().transientReject()).isFalse();
        assertThat(floor.said()).containsExactly(
                "REJECTED 1 0/0 BUSINESS", "REJECTED 2 0/0 BUSINESS");
    }

    @Test
    void keepsSilentAboutAnOrderThatItHasAndForgetsOneThatItLost() {
        Floor floor = Floor.scripted("order 1: silent", "order 2: lost");
        floor.buy("1", 182, 100).buy("2", 182, 100).pass(1000);
        assertThat(floor.said()).isEmpty();
        floor.status("1").status("2").pass(1).cancel("1-1", "1").pass(1).buy("2", 182, 7).pass(1);
        assertThat(floor.said()).containsExactly(
                "UNKNOWN 2 0/0", "STATUS 1 0/100", "CANCELED 1-1 0/0", "NEW 2 0/7");
    }

    @Test
    void bustsCorrectsRepeatsAndReopens() {
        Floor floor = Floor.scripted(
                "order 1: ack, fill 60, fill 40, repeat 1, correct 2 to 30 @ 182.00,"
                        + " bust 1 reopen");
        floor.quote(182.49, 182.51, 0).buy("1", 182.51, 100).pass(7);
        assertThat(floor.said()).containsExactly(
                "NEW 1 0/100", "FILL 1 60@182.51 60/40", "FILL 1 40@182.51 100/0",
                "FILL 1 60@182.51 60/40", "CORRECT 1 30@182.0 90/0", "BUST 1 60@182.51 30/70");
        List<Report> reports = floor.reports();
        assertThat(reports.get(3)).isEqualTo(reports.get(1));
        assertThat(floor.ledger().positions()).containsEntry("AAPL", 30L);
        floor.pass(1000);
        assertThat(floor.said()).endsWith("FILL 1 20@182.51 100/0");
    }

    @Test
    void letsAFillBeatTheCancel() {
        Floor floor = Floor.scripted("order 1: ack, fill 40", "cancel of 1: fill 60, too late");
        floor.buy("1", 182, 100).pass(5).cancel("1-1", "1").pass(5);
        assertThat(floor.said()).containsExactly("NEW 1 0/100", "FILL 1 40@182.0 40/60",
                "FILL 1 60@182.0 100/0", "CANCEL_REJECTED 1-1 100/0 TOO_LATE");
    }

    @Test
    void fillsLateAfterItAcceptedTheCancel() {
        Floor floor = Floor.scripted("cancel of 1: accept, fill 60");
        floor.buy("1", 182, 100).pass(5).cancel("1-1", "1").pass(5);
        assertThat(floor.said()).containsExactly(
                "NEW 1 0/100", "CANCELED 1-1 0/0", "FILL 1 60@182.0 60/0");
    }

    @Test
    void speaksOfTheFirstCancelOrReplaceOnly() {
        Floor floor = Floor.scripted("cancel of 1: lost", "replace of 1: reject transient 'no'");
        floor.buy("1", 182, 100).pass(1);
        floor.cancel("1-1", "1").replace("1-2", "1", 183, 50).replace("1-3", "1", 183, 50).pass(1);
        floor.cancel("1-1", "1").pass(1);
        assertThat(floor.said()).containsExactly(
                "NEW 1 0/100", "REPLACE_REJECTED 1-2 0/100 BUSINESS",
                "REPLACED 1-3 0/50", "CANCELED 1-1 0/0");
    }

    @Test
    void waitsAndHandsOverToTheMarket() {
        Floor floor = Floor.scripted("order 1: wait 500, ack, market");
        floor.quote(182.49, 182.51, 0).buy("1", 182.51, 100).pass(400);
        assertThat(floor.said()).isEmpty();
        floor.pass(1000);
        assertThat(floor.said()).containsExactly(
                "NEW 1 0/100", "FILL 1 50@182.51 50/50", "FILL 1 50@182.51 100/0");
    }

    @Test
    void readsSettings() throws IOException {
        Behaviour behaviour = Behaviour.parse("f", List.of(
                "seed: 9", "latency: 5-20 # ms", "step: 50", "passive rate: 0.3", "touch rate: 0.1",
                "part: 0.1-0.2", "lot: 100", "reject rate: 0.5", "transient rejects: false"),
                VenueSettings.DEFAULT);
        assertThat(behaviour.settings()).isEqualTo(
                new VenueSettings(9, 5, 20, 50, 0.3, 0.1, 0.1, 0.2, 100, 0.5, false));
    }

    @Test
    void namesTheLineThatItDoesNotUnderstand() {
        assertRefused("order 1: ack, fil 40", "b.yaml: line 1: `fil 40` is no step here");
        assertRefused("order 1: ack, bust 1", "line 1: there is no fill 1");
        assertRefused("order 1: market, ack", "`market` must be the last step");
        assertRefused("cancel of 1: market", "`market` is no step here");
        assertRefused("orders: 3", "`orders` is not known; keys are seed");
        assertRefused("latency: 20-5", "latency is 20-5, expected");
        assertRefused("seed: x", "`x` is no number");
        assertRefused("seed", "expected `key: value`");
    }

    private static void assertRefused(String line, String words) {
        assertThatThrownBy(
                () -> Behaviour.parse("b.yaml", List.of(line), VenueSettings.DEFAULT))
                .isInstanceOf(IOException.class).hasMessageContaining(words);
    }
}
