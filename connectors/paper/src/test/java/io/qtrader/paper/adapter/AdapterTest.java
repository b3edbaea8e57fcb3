package io.qtrader.paper.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.paper.wire.Request;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.Side;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdapterTest {

    @Test
    void reportsEveryTypeUnderTheNumberOfTheInstruction() {
        Rig rig = new Rig("order 3: reject transient 'busy'", "order 4: ack, expire").connect();
        rig.instruct(Orders.buy(1, 182.51, 100)).pass(2);
        rig.instruct(Orders.replace(1, 1, 182.00, 80)).pass(1);
        rig.instruct(Orders.cancel(1, 2)).pass(1).instruct(Orders.cancel(1, 3)).pass(1);
        rig.instruct(Orders.replace(1, 4, 182.00, 80), Orders.status(1, 4)).pass(1);
        assertThat(rig.said()).containsExactly(
                "NEW 1/0 0/100", "FILL 1/0 50 50/50", "REPLACED 1/1 50/30", "CANCELED 1/2 50/0",
                "CANCEL_REJECTED 1/3 50/0", "REPLACE_REJECTED 1/4 50/0", "STATUS 1/4 50/0");
        rig.instruct(Orders.buy(2, 182, 1), Orders.buy(3, 182, 1), Orders.buy(4, 182, 1)).pass(9);
        assertThat(rig.published.get(1).getTransient$()).isTrue();
        assertThat(rig.published.get(1).getNote()).isEqualTo("busy");
        assertThat(rig.said()).containsExactly(
                "NEW 2/0 0/1", "REJECTED 3/0 0/0", "NEW 4/0 0/1", "EXPIRED 4/0 0/0");
    }

    @Test
    void fillsTheFieldsOfAnExecution() {
        Rig rig = new Rig().connect().instruct(Orders.buy(7, 182.55, 100)).pass(2);
        Execution fill = rig.published.get(1);
        assertThat(fill.getTime()).isEqualTo(Instant.parse("2023-11-14T22:13:20.002Z"));
        assertThat(fill.getTradedate()).isEqualTo(LocalDate.of(2023, 11, 14));
        assertThat(fill.getBrokerid()).isEqualTo("paper");
        assertThat(fill.getBrokerorderid()).isEqualTo("V-o1");
        assertThat(fill.getExecid()).isEqualTo("V-2");
        assertThat(fill.getSym()).isEqualTo("AAPL");
        assertThat(fill.getSide()).isEqualTo(Side.BUY);
        assertThat(fill.getPrice()).isEqualTo(182.51);
        assertThat(fill.getOrdqty()).isEqualTo(100);
        assertThat(fill.getOrdprice()).isEqualTo(182.55);
    }

    @Test
    void passesBustsCorrectionsAndRepetitionsOn() {
        Rig rig = new Rig("order 1: ack, fill 60, repeat 1, correct 1 to 50, bust 1").connect();
        rig.instruct(Orders.buy(1, 182.51, 100)).pass(9);
        assertThat(rig.published.get(2)).isEqualTo(rig.published.get(1));
        assertThat(rig.published.get(4).getRefexecid()).isEqualTo(rig.published.get(1).getExecid());
        assertThat(rig.said()).containsExactly("NEW 1/0 0/100", "FILL 1/0 60 60/40",
                "FILL 1/0 60 60/40", "CORRECT 1/0 50 50/50", "BUST 1/0 50 0/100");
    }

    @Test
    void chainsClientOrderIdsFromTheLatestThatWasAccepted() {
        Rig rig = new Rig("replace of 1: reject").connect().instruct(Orders.buy(1, 182, 9)).pass(1);
        rig.instruct(Orders.replace(1, 1, 181, 9)).pass(1);
        rig.instruct(Orders.replace(1, 2, 181, 9)).pass(1).instruct(Orders.cancel(1, 3)).pass(1);
        assertThat(rig.sent).contains(
                new Request.Replace("1-1", "1", 181, 9),
                new Request.Replace("1-2", "1", 181, 9),
                new Request.Cancel("1-3", "1-2"));
    }

    @Test
    void persistsBeforeAndAfterItSends() {
        Rig rig = new Rig().connect();
        rig.log.clear();
        rig.instruct(Orders.buy(1, 182, 100)).pass(1);
        assertThat(rig.log).hasSize(3);
        assertThat(rig.log.get(0)).contains("\"entry\":\"intent\"", "\"clordid\":\"1\"");
        assertThat(rig.log.get(1)).contains("\"entry\":\"sent\"");
        assertThat(rig.log.get(2)).contains("\"entry\":\"processed\"");
    }

    @Test
    void takesAnInstructionThatIsHandedOutAgainOnce() {
        Rig rig = new Rig().connect();
        rig.instruct(Orders.buy(1, 182, 9), Orders.buy(1, 182, 9)).pass(1);
        rig.instruct(Orders.cancel(1, 1), Orders.cancel(1, 1)).pass(1);
        rig.die(0).instruct(Orders.buy(1, 182, 9), Orders.cancel(1, 1)).pass(5);
        assertThat(rig.said()).containsExactly("NEW 1/0 0/9", "CANCELED 1/1 0/0");
        assertThat(rig.ledger().orders()).hasSize(1);
    }

    @Test
    void barsAChildForGoodBeforeItSaysNeverReceived() {
        Rig rig = new Rig().connect().instruct(Orders.status(5, 0)).pass(1);
        assertThat(rig.said()).containsExactly("NEVER_RECEIVED 5/0 0/0");
        rig.die(0).instruct(Orders.buy(5, 182.51, 100), Orders.status(5, 0)).pass(9);
        rig.instruct(Orders.cancel(5, 1), Orders.replace(5, 2, 1, 1)).pass(9);
        assertThat(rig.said()).containsExactly("REJECTED 5/0 0/0", "NEVER_RECEIVED 5/0 0/0",
                "CANCEL_REJECTED 5/1 0/0", "REPLACE_REJECTED 5/2 0/0");
        assertThat(rig.ledger().orders()).isEmpty();
    }

    @Test
    void answersStatusTruthfullyForASilentVenueAndForALostOrder() {
        Rig rig = new Rig("order 1: silent", "order 2: lost").connect();
        rig.instruct(Orders.buy(1, 182, 9), Orders.buy(2, 182, 9)).pass(100);
        assertThat(rig.said()).isEmpty();
        rig.instruct(Orders.status(1, 0), Orders.status(2, 0)).pass(1);
        assertThat(rig.said()).containsExactlyInAnyOrder(
                "STATUS 1/0 0/9", "NEVER_RECEIVED 2/0 0/0");
    }

    @Test
    void sendsALostCancelAgainWhenItIsMissed() {
        Rig rig = new Rig("cancel of 1: lost").connect().instruct(Orders.buy(1, 182, 9)).pass(1);
        rig.instruct(Orders.cancel(1, 1)).pass(50).instruct(Orders.status(1, 1)).pass(5);
        assertThat(rig.said()).containsExactly(
                "NEW 1/0 0/9", "CANCELED 1/1 0/0", "STATUS 1/1 0/0");
    }

    @Test
    void sendsWhatItOnlyIntendedBeforeAnythingElse() {
        Rig rig = new Rig().connect();
        rig.lagging = true;
        rig.deaths.add(rig.effects + 2); // after the intent, before the sending
        rig.instruct(Orders.buy(1, 182, 9), Orders.cancel(1, 1)).pass(5);
        assertThat(rig.said()).containsExactly("NEW 1/0 0/9", "CANCELED 1/1 0/0");
    }

    @Test
    void neverTakesTheWordOfAQuestionThatWasAskedBeforeTheSending() {
        Rig rig = new Rig().connect();
        rig.lagging = true;
        rig.instruct(Orders.status(5, 0), Orders.buy(5, 182, 9)).pass(9);
        assertThat(rig.said()).containsExactly("NEW 5/0 0/9", "STATUS 5/0 0/9");
    }

    @Test
    void publishesAgainWhatTheClusterDidNotTake() {
        Rig rig = new Rig().connect().instruct(Orders.buy(1, 182.51, 100));
        rig.clusterAway = true;
        rig.pass(500);
        assertThat(rig.said()).containsExactly(
                "NEW 1/0 0/100", "FILL 1/0 50 50/50", "FILL 1/0 50 100/0");
    }

    @Test
    void refusesAPastThatIsNotItsOwn() {
        Rig rig = new Rig().connect().instruct(Orders.buy(1, 182, 9)).pass(1);
        assertThatThrownBy(() -> rig.lostLog().connect()).isInstanceOf(HistoryException.class)
                .hasMessageStartingWith("the exchange has 1 reports for session paper, of which");
        rig.said();
        rig.adopt = true;
        rig.connect().instruct(Orders.buy(1, 182, 9)).pass(5);
        assertThat(rig.said()).as("adopted, and not sent again").containsExactly("NEW 1/0 0/9");
        assertThat(rig.ledger().orders()).hasSize(1);
    }

    @Test
    void saysNothingOfAnOrderThatTheVenueHadAndLost() {
        Rig rig = new Rig().connect().instruct(Orders.buy(1, 182, 9)).pass(1);
        rig.said();
        rig.otherVenue().connect().instruct(Orders.status(1, 0), Orders.cancel(1, 1)).pass(50);
        assertThat(rig.said()).containsExactly("CANCEL_REJECTED 1/1 0/9");
        assertThat(rig.ledger().orders()).isEmpty();
    }

    @Test
    void rejectsAChildWhoseIdTheVenueHasFromAnother() {
        Rig rig = new Rig().connect();
        rig.another(new Request.NewOrder("1", "AAPL", Side.SELL, 200, 7));
        rig.instruct(Orders.buy(1, 182, 9));
        assertThat(rig.said()).containsExactly("REJECTED 1/0 0/0");
    }

    @Test
    void reportsTradesOfOthersInItsSessionAsUnsolicited() {
        Rig rig = new Rig().connect();
        rig.another(new Request.NewOrder("manual", "AAPL", Side.BUY, 182.51, 7)).pass(200);
        assertThat(rig.said()).containsExactly("UNSOLICITED 0/0 4 4/3", "UNSOLICITED 0/0 3 7/0");
    }

    @Test
    void cancelsWhatIsOpenWhenItsPartitionIsSilent() {
        long second = 1_000_000_000_001L;
        Rig rig = new Rig().connect().instruct(Orders.buy(1, 182, 9), Orders.buy(second, 182, 9));
        rig.instruct(Orders.buy(2, 182.51, 9)).pass(500);
        rig.said();
        DeadMan deadMan = new DeadMan(1000, 0);
        deadMan.heard(1, 500);
        rig.silence(deadMan, 999).pass(5);
        assertThat(rig.said()).isEmpty();
        rig.silence(deadMan, 1000).pass(5);
        assertThat(rig.published.get(0).getNote()).startsWith("dead-man rule");
        assertThat(rig.said()).containsExactly("CANCELED 1/0 0/0");
        rig.silence(deadMan, 1500).pass(5);
        assertThat(rig.said()).containsExactly("CANCELED " + second + "/0 0/0");
        rig.silence(new DeadMan(0, 0), 1_000_000).pass(5);
        assertThat(rig.said()).isEmpty();
    }

    @Test
    void triesADeadMansCancelAgainAndKeepsItsRefusalToItself() {
        Rig rig = new Rig("cancel of 1: too late").connect();
        rig.instruct(Orders.buy(1, 182, 9)).pass(1);
        DeadMan deadMan = new DeadMan(1000, 0);
        rig.silence(deadMan, 1000).pass(5).silence(deadMan, 1999).pass(5);
        assertThat(rig.said()).containsExactly("NEW 1/0 0/9");
        rig.silence(deadMan, 2000).pass(5);
        assertThat(rig.said()).containsExactly("CANCELED 1/0 0/0");
    }
}
