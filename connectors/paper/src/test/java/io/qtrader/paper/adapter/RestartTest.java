package io.qtrader.paper.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.paper.wire.Reason;
import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.ReportType;
import io.qtrader.paper.wire.Request;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The adapter dies at every place, once and twice: no order is lost and none is doubled. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RestartTest {

    /** Child 4 gets lost on its way; nothing here depends on how long anything takes. */
    private static Rig morning(long downMs, boolean lagging, int... deaths) {
        Rig rig = new Rig("order 4: lost", "cancel of 2: lost");
        rig.downMs = downMs;
        rig.lagging = lagging;
        for (int death : deaths) {
            rig.deaths.add(death);
        }
        rig.connect().instruct(Orders.buy(1, 182.51, 100), Orders.buy(2, 182.00, 100)).pass(3);
        rig.instruct(Orders.buy(3, 182.00, 50), Orders.cancel(2, 1), Orders.heartbeat()).pass(3);
        rig.instruct(Orders.replace(3, 1, 182.51, 80), Orders.status(3, 1)).pass(3);
        rig.instruct(Orders.buy(4, 182.51, 10)).pass(3);
        rig.instruct(Orders.status(2, 1), Orders.status(4, 0)).pass(1000);
        return rig;
    }

    @Test
    void withoutADeathEverythingIsSaidOnce() {
        Rig rig = morning(0, false);
        check(rig);
        assertThat(rig.said()).doesNotHaveDuplicates()
                .contains("NEVER_RECEIVED 4/0 0/0", "CANCELED 2/1 0/0", "STATUS 3/1 0/80");
    }

    @Test
    void diesAtEveryPlaceOnce() {
        int places = morning(0, false).effects;
        assertThat(places).isGreaterThan(50);
        for (int death = 1; death <= places; death++) {
            for (boolean lagging : new boolean[] {false, true}) {
                check(morning(0, lagging, death));
                check(morning(5, lagging, death));
            }
        }
    }

    @Test
    void diesAtEveryTwoPlaces() {
        int places = morning(0, false).effects;
        for (int first = 1; first <= places; first++) {
            for (int second = first + 1; second <= places + 20; second++) {
                check(morning(second % 3, false, first, second));
                check(morning(second % 3, true, first, second));
            }
        }
    }

    private static void check(Rig rig) {
        String story = "deaths before effects " + rig.deaths + ", " + rig.downMs + " ms away";
        List<Report> reports = rig.venue.reports("paper");
        checkOrders(rig, story);
        Map<String, Execution> byExecid = new HashMap<>();
        for (Execution e : rig.published) {
            Execution first = e.getExecid().isEmpty() ? null
                    : byExecid.putIfAbsent(e.getExecid(), e);
            assertThat(first == null || first.equals(e)).as("%s: %s", story, e).isTrue();
        }
        for (Report report : reports) {
            assertThat(byExecid.containsKey(report.execid()))
                    .as("%s: %s is on executions", story, report)
                    .isEqualTo(isForQtrader(report) || byExecid.containsKey(report.execid())
                            && report.exec() == ReportType.STATUS);
        }
        assertThat(reports).as(story).noneMatch(r -> r.reason() == Reason.DUPLICATE);
        assertThat(rig.state.asked()).as(story).isEmpty();
        assertThat(rig.state.children().stream().flatMap(Child::unanswered)).as(story).isEmpty();
        checkStatus(rig, 3, story);
        checkStatus(rig, 2, story);
    }

    private static boolean isForQtrader(Report report) {
        return report.exec() != ReportType.STATUS && report.exec() != ReportType.UNKNOWN;
    }

    private static void checkOrders(Rig rig, String story) {
        Map<String, Long> sizes = new HashMap<>();
        rig.ledger().orders().forEach(
                order -> assertThat(sizes.put(order.clordids().get(0), order.cumqty()))
                        .as(story).isNull());
        boolean barred = rig.published.stream()
                .anyMatch(e -> e.getType() == ExecutionType.NEVER_RECEIVED);
        // Sent again before anybody asked, or said to be never received: never both.
        assertThat(sizes).as(story).isEqualTo(barred
                ? Map.of("1", 100L, "2", 0L, "3", 80L)
                : Map.of("1", 100L, "2", 0L, "3", 80L, "4", 10L));
        assertThat(rig.ledger().orders().get(1).status()).as(story).isEqualTo("CANCELED");
        long news = rig.sent.stream()
                .filter(r -> r instanceof Request.NewOrder n && n.clordid().equals("4")).count();
        assertThat(news).as(story).isLessThanOrEqualTo(barred ? 1 : 2);
    }

    private static void checkStatus(Rig rig, long childid, String story) {
        assertThat(rig.published).as(story).anyMatch(e ->
                e.getType() == ExecutionType.STATUS && e.getChildid() == childid
                        && e.getRequest() == 1);
    }
}
