package io.qtrader.paper.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.paper.wire.Answer;
import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.ReportType;
import io.qtrader.paper.wire.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

class VenueTest {

    private final Floor floor = new Floor(Behaviour.of(Floor.settings()));

    @Test
    void acknowledgesThenFillsAMarketableOrderInPartsAtTheAsk() {
        floor.quote(182.49, 182.51, 0).buy("1", 182.51, 100);
        assertThat(floor.said()).isEmpty();
        floor.pass(1);
        assertThat(floor.said()).containsExactly("NEW 1 0/100");
        floor.pass(1);
        assertThat(floor.said()).containsExactly("FILL 1 50@182.51 50/50");
        floor.pass(100);
        assertThat(floor.said()).containsExactly("FILL 1 50@182.51 100/0");
        floor.pass(1000);
        assertThat(floor.said()).isEmpty();
        assertThat(floor.ledger().positions()).containsEntry("AAPL", 100L);
    }

    @Test
    void comparesPricesInMillionthsSoThatSumsOfTicksMeet() {
        floor.quote(182.49, 182.50, 0).buy("1", 182.49 + 0.01, 1).pass(2);
        assertThat(floor.said()).endsWith("FILL 1 1@182.5 1/0");
    }

    @Test
    void takesNoMoreAtOnceThanIsShown() {
        floor.quote(182.49, 30, 182.51, 20).buy("1", 182.51, 100).pass(2).pass(100);
        assertThat(floor.said()).containsExactly(
                "NEW 1 0/100", "FILL 1 20@182.51 20/80", "FILL 1 20@182.51 40/60");
    }

    @Test
    void sellsToTheBid() {
        floor.quote(182.49, 182.51, 0).sell("1", 182.40, 10).pass(102);
        assertThat(floor.said()).endsWith("FILL 1 5@182.49 10/0");
        assertThat(floor.ledger().positions()).containsEntry("AAPL", -10L);
    }

    @Test
    void restsWithoutAMarketAndOutsideIt() {
        floor.buy("1", 182.51, 100).pass(500).quote(182.49, 182.51, 0).pass(500);
        assertThat(floor.said()).contains("FILL 1 50@182.51 100/0");
        floor.buy("2", 182.40, 100).pass(5000);
        assertThat(floor.said()).containsExactly("NEW 2 0/100");
    }

    @Test
    void fillsARestingOrderAtItsOwnPriceWhenTheMarketComesToIt() {
        floor.quote(182.49, 182.51, 0).buy("1", 182.50, 10).pass(300);
        floor.quote(182.47, 182.48, 0).pass(200);
        assertThat(floor.said()).containsExactly(
                "NEW 1 0/10", "FILL 1 5@182.5 5/5", "FILL 1 5@182.5 10/0");
    }

    @Test
    void fillsARestingOrderThatTheMarketTradesThrough() {
        floor.quote(182.49, 182.51, 182.40).buy("1", 182.50, 10).pass(300);
        assertThat(floor.said()).as("a trade from before the order").containsExactly("NEW 1 0/10");
        floor.quote(182.49, 182.51, 182.50).pass(200);
        assertThat(floor.said()).as("a trade at the price goes to others first").isEmpty();
        floor.quote(182.49, 182.51, 182.495).pass(200);
        assertThat(floor.said()).containsExactly("FILL 1 5@182.5 5/5", "FILL 1 5@182.5 10/0");
    }

    @Test
    void fillsInsideTheSpreadByChanceAndPerSeed() {
        int filled = 0;
        for (int seed = 0; seed < 40; seed++) {
            Floor inside =
                    new Floor(Behaviour.of(Floor.settings().withSeed(seed).withPassive(0.05, 0)));
            inside.quote(182.49, 182.52, 0).buy("1", 182.50, 100).pass(2000);
            filled += inside.said().size() > 1 ? 1 : 0;
        }
        assertThat(filled).as("20 steps at 0.05 fill something of two in three").isBetween(15, 36);
    }

    @Test
    void decidesAlikeForTheSameSeedHoweverOftenItIsLookedAt() {
        VenueSettings settings =
                VenueSettings.DEFAULT.withSeed(7).withPassive(0.2, 0.1).withRejects(0.1, true);
        Floor often = new Floor(Behaviour.of(settings));
        Floor seldom = new Floor(Behaviour.of(settings));
        for (int i = 1; i <= 20; i++) {
            for (Floor each : List.of(often, seldom)) {
                each.quote(182.49, 182.51, 0).buy("" + i, 182.49 + 0.01 * (i % 3), 100L * i);
            }
            for (int ms = 0; ms < 50; ms++) {
                often.pass(1);
            }
            seldom.pass(50);
        }
        assertThat(often.pass(5000).books).isEqualTo(seldom.pass(5000).books)
                .hasSizeGreaterThan(60);
        assertThat(new Floor(Behaviour.of(settings.withSeed(8))).quote(182.49, 182.51, 0)
                .buy("1", 182.50, 100).pass(5000).books).isNotEqualTo(often.books);
    }

    @Test
    void cancelsAndIsTooLateAfterwards() {
        floor.buy("1", 182, 100).pass(1).cancel("1-1", "1").pass(1).cancel("1-2", "1").pass(1);
        assertThat(floor.said()).containsExactly(
                "NEW 1 0/100", "CANCELED 1-1 0/0", "CANCEL_REJECTED 1-2 0/0 TOO_LATE");
    }

    @Test
    void acknowledgesBeforeACancelThatIsCloseBehind() {
        floor.buy("1", 182, 100).cancel("1-1", "1").pass(5);
        assertThat(floor.said()).containsExactly("NEW 1 0/100", "CANCELED 1-1 0/0");
    }

    @Test
    void replacesTheTotalSizeFilledIncluded() {
        floor.quote(182.49, 182.51, 0).buy("1", 182.51, 100).pass(2);
        floor.replace("1-1", "1", 182.40, 80).pass(1).cancel("1-2", "1-1").pass(1);
        assertThat(floor.said()).containsExactly(
                "NEW 1 0/100", "FILL 1 50@182.51 50/50", "REPLACED 1-1 50/30", "CANCELED 1-2 50/0");
    }

    @Test
    void endsAnOrderThatIsReplacedToNoMoreThanIsFilled() {
        floor.quote(182.49, 182.51, 0).buy("1", 182.51, 100).pass(2);
        floor.replace("1-1", "1", 182.51, 20).pass(1000);
        assertThat(floor.said()).endsWith("REPLACED 1-1 50/0");
        assertThat(floor.last().ordqty()).isEqualTo(50);
    }

    @Test
    void crossesAnewAfterAReplaceOfThePrice() {
        floor.quote(182.49, 182.51, 0).buy("1", 182.50, 10).pass(200).said();
        floor.replace("1-1", "1", 182.51, 10).pass(200);
        assertThat(floor.said()).containsExactly(
                "REPLACED 1-1 0/10", "FILL 1-1 5@182.51 5/5", "FILL 1-1 5@182.51 10/0");
    }

    @Test
    void refusesARepeatedClientOrderIdAndLeavesItsOrderAlone() {
        floor.buy("1", 182, 100).pass(1).buy("1", 182, 100).cancel("1", "1").pass(1);
        assertThat(floor.said()).containsExactly(
                "NEW 1 0/100", "REJECTED 1 0/0 DUPLICATE", "CANCEL_REJECTED 1 0/0 DUPLICATE");
        assertThat(floor.status("1").pass(1).said()).containsExactly("STATUS 1 0/100");
    }

    @Test
    void refusesWhatIsWrongOrNotKnown() {
        floor.buy("1", 182, 0).buy("2", Double.NaN, 1).cancel("8-1", "8")
                .replace("9-1", "9", 1, 1).status("9").pass(1);
        assertThat(floor.said()).containsExactlyInAnyOrder(
                "REJECTED 1 0/0 INVALID", "REJECTED 2 0/0 INVALID", "UNKNOWN 9 0/0",
                "CANCEL_REJECTED 8-1 0/0 UNKNOWN_ORDER", "REPLACE_REJECTED 9-1 0/0 UNKNOWN_ORDER");
        assertThat(floor.ask(new Request.Cancel(null, "1"))).contains(
                new Answer.Refused("clordid is missing"));
    }

    @Test
    void expiresWhatIsOpenWhenTheDayEnds() {
        floor.buy("1", 182, 100).pass(2 * 3600 * 1000);
        assertThat(floor.said()).containsExactly("NEW 1 0/100", "EXPIRED 1 0/0");
        assertThat(floor.last().tradedate()).isEqualTo("2023-11-15");
    }

    @Test
    void cancelsAllOfWhoIsGone() {
        floor.buy("1", 182, 100).pass(1).buy("2", 182, 100).cancelAll().pass(5);
        assertThat(floor.said()).containsExactly(
                "NEW 1 0/100", "CANCELED 1 0/0", "CANCELED 2 0/0");
    }

    @Test
    void bustsAndCorrectsOnDemand() {
        floor.quote(182.49, 182.51, 0).buy("1", 182.51, 100).pass(2).cancel("1-1", "1").pass(1);
        Report fill = floor.reports().get(1);
        floor.take(new Request.Correct(fill.execid(), 40, 182.52));
        assertThat(floor.ledger().positions()).containsEntry("AAPL", 40L);
        floor.take(new Request.Bust(fill.execid(), false));
        assertThat(floor.said()).endsWith(
                "CANCELED 1-1 50/0", "CORRECT 1 40@182.52 40/0", "BUST 1 40@182.51 0/0");
        assertThat(floor.last().refexecid()).isEqualTo(fill.execid());
        assertThat(floor.ledger().positions()).containsEntry("AAPL", 0L);
        assertThat(floor.ask(new Request.Bust(fill.execid(), false))).isPresent();
    }

    @Test
    void neverUsesAnExecutionIdTwice() {
        floor.quote(182.49, 182.51, 0).buy("1", 182.51, 100).pass(200).status("1").pass(1);
        floor.restart();
        floor.buy("2", 182.51, 100).pass(200);
        assertThat(floor.reports()).extracting(Report::execid).doesNotHaveDuplicates();
    }

    @Test
    void goesOnAfterARestartFromItsBooksAlone() {
        floor.quote(182.49, 182.51, 0).buy("1", 182.51, 100).pass(2).buy("2", 182, 10);
        floor.replace("1-1", "1", 182.51, 200).cancel("1-2", "1");
        floor.restart();
        floor.buy("1", 182.51, 100).quote(182.49, 182.51, 0).pass(1000);
        assertThat(floor.said()).containsExactlyInAnyOrder(
                "NEW 1 0/100", "FILL 1 50@182.51 50/50", "REJECTED 1 0/0 DUPLICATE", "NEW 2 0/10",
                "REPLACED 1-1 50/150", "CANCELED 1-2 50/0");
        assertThat(floor.ledger().positions()).containsEntry("AAPL", 50L);
    }

    @Test
    void expiresAtARestartWhatWasOpenOnAnEarlierDay() {
        floor.buy("1", 182, 100).pass(1);
        Venue next = new Venue(Behaviour.of(Floor.settings()), floor.books, "V",
                Floor.OPEN + 86_400_000_000L);
        assertThat(next.reports(Floor.SENDER)).extracting(Report::exec)
                .containsExactly(ReportType.NEW, ReportType.EXPIRED);
    }
}
