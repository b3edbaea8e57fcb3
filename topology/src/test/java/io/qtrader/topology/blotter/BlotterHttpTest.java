package io.qtrader.topology.blotter;

import static io.qtrader.topology.blotter.Outputs.child;
import static io.qtrader.topology.blotter.Outputs.fill;
import static io.qtrader.topology.blotter.Outputs.order;
import static io.qtrader.topology.blotter.Outputs.parent;
import static io.qtrader.topology.blotter.Outputs.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.schemas.OrderStatus;
import io.qtrader.schemas.ParentOrderStatus;
import io.qtrader.schemas.StrategyPosition;
import io.qtrader.topology.StopException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlotterHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path stateDir;

    private final HttpClient client = HttpClient.newHttpClient();
    private BlotterDriver driver;
    private BlotterHttp http;
    private String unready;

    @BeforeEach
    void start() {
        driver = new BlotterDriver(stateDir);
        http = BlotterHttp.listen(0, driver.tables(), new Standing());
    }

    @AfterEach
    void stop() {
        http.close();
        driver.close();
    }

    private final class Standing implements BlotterHttp.Standing {
        @Override
        public Health health() {
            return new Health(
                    "RUNNING",
                    BlotterDriver.JOURNAL_ID,
                    List.of(
                            new Health.Partition(0, new Seq(BlotterDriver.JOURNAL_ID, 12, 3), 2),
                            new Health.Partition(1, null, 0)));
        }

        @Override
        public Optional<String> unready() {
            return Optional.ofNullable(unready);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + http.port() + path);
        return client.send(
                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String path, int status) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type").orElseThrow())
                .startsWith("application/json");
        return JSON.readTree(response.body());
    }

    private String error(String path, int status) throws Exception {
        return json(path, status).get("error").asText();
    }

    private List<Long> ids(String path, String field) throws Exception {
        List<Long> ids = new ArrayList<>();
        json(path, 200).forEach(row -> ids.add(row.get(field).asLong()));
        return ids;
    }

    @Test
    void showsRecordsByTheirAvroNames() throws Exception {
        driver.write(Topic.FILLS, "1", fill(1, "e1"), 7, 0);

        JsonNode fill = json("/fills", 200).get(0);

        assertThat(fill.get("time").asText()).isEqualTo("2026-01-05T14:30:00.000250Z");
        assertThat(fill.get("tradedate").asText()).isEqualTo("2026-01-05");
        assertThat(fill.get("side").asText()).isEqualTo("BUY");
        assertThat(fill.get("qty").asLong()).isEqualTo(40);
        assertThat(fill.get("price").asDouble()).isEqualTo(182.5);
        assertThat(fill.get("refexecid").isNull()).isTrue();
        assertThat(fill.get("shares").toString()).isEqualTo("[{\"strat\":\"strat1\",\"qty\":40}]");
    }

    @Test
    void sortsBySymbolAndId() throws Exception {
        driver.write(Topic.PARENT_ORDERS, "10", parent(10, "AAPL", ParentOrderStatus.DONE), 1, 0);
        driver.write(Topic.PARENT_ORDERS, "9", parent(9, "AAPL", ParentOrderStatus.WORKING), 1, 1);
        driver.write(Topic.PARENT_ORDERS, "2", parent(2, "MSFT", ParentOrderStatus.FAILED), 1, 2);

        assertThat(ids("/parents", "parentid")).containsExactly(9L, 10L, 2L);
    }

    @Test
    void filtersBySymbolAndLife() throws Exception {
        driver.write(Topic.PARENT_ORDERS, "10", parent(10, "AAPL", ParentOrderStatus.DONE), 1, 0);
        driver.write(Topic.PARENT_ORDERS, "9", parent(9, "AAPL", ParentOrderStatus.WORKING), 1, 1);
        driver.write(Topic.PARENT_ORDERS, "2", parent(2, "MSFT", ParentOrderStatus.FAILED), 1, 2);

        assertThat(ids("/parents?sym=MSFT", "parentid")).containsExactly(2L);
        assertThat(ids("/parents?live=true", "parentid")).containsExactly(9L);
        assertThat(ids("/parents?live=false&sym=AAPL", "parentid")).containsExactly(10L);
    }

    @Test
    void findsTheChildrenOfAParentThroughItsOrders() throws Exception {
        driver.write(Topic.ORDERS, "1", order(1, 50, OrderStatus.NEW), 1, 0);
        driver.write(Topic.ORDERS, "2", order(2, 60, OrderStatus.CANCELLED), 1, 1);
        driver.write(Topic.CHILD_ORDER_STATE, "100", child(100, 1), 1, 2);
        driver.write(Topic.CHILD_ORDER_STATE, "200", child(200, 2), 1, 3);

        assertThat(ids("/children?parentid=50", "childid")).containsExactly(100L);
        assertThat(ids("/orders?parentid=60", "orderid")).containsExactly(2L);
        assertThat(ids("/orders?live=true", "orderid")).containsExactly(1L);
    }

    @Test
    void aLimitKeepsTheNewestAndSaysHowManyThereAre() throws Exception {
        for (int id = 1; id <= 5; id++) {
            driver.write(
                    Topic.PARENT_ORDERS,
                    Integer.toString(id),
                    parent(id, "AAPL", ParentOrderStatus.DONE),
                    id,
                    0);
        }

        assertThat(ids("/parents?limit=2", "parentid")).containsExactly(4L, 5L);
        assertThat(get("/parents?limit=2").headers().firstValue("qtrader-total")).contains("5");
    }

    @Test
    void givesOneRowOrSaysThatThereIsNone() throws Exception {
        driver.write(Topic.NET_POSITIONS, "AAPL", position("AAPL", 40), 1, 0);

        assertThat(json("/positions/AAPL", 200).get("position").asLong()).isEqualTo(40);
        assertThat(error("/positions/MSFT", 404)).isEqualTo("no MSFT in positions");
        assertThat(error("/nothing", 404)).contains("/positions");
    }

    @Test
    void findsAKeyOfTwoParts() throws Exception {
        driver.write(
                Topic.STRATEGY_POSITIONS,
                "AAPL|s1",
                new StrategyPosition(Outputs.TIME, "AAPL", "s1", 100L, 40L),
                1,
                0);

        assertThat(json("/strategy-positions/AAPL%7Cs1", 200).get("position").asLong())
                .isEqualTo(40);
    }

    @Test
    void aQuestionThatMakesNoSenseIsRefusedWithAReason() throws Exception {
        assertThat(error("/orders?limit=many", 400)).contains("limit is \"many\"");
        assertThat(error("/orders?live=perhaps", 400)).contains("give true or false");
        assertThat(error("/targets?live=true", 400)).contains("targets are neither live nor not");
        assertThat(error("/targets?parentid=1", 400)).contains("belong to no parent order");
        assertThat(error("/orders?symbol=A", 400)).contains("unknown parameter symbol");
    }

    @Test
    void answersNothingByHalves() throws Exception {
        unready = "the blotter is REBALANCING";

        assertThat(error("/positions", 503)).contains("REBALANCING");
        assertThat(json("/health", 503).get("state").asText()).isEqualTo("RUNNING");
    }

    @Test
    void saysHowItStands() throws Exception {
        JsonNode health = json("/health", 200);

        assertThat(health.get("partitions").get(0).toString())
                .isEqualTo("{\"partition\":0,\"applied\":{\"offset\":12,\"index\":3},\"lag\":2}");
        assertThat(health.get("partitions").get(1).get("applied").isNull()).isTrue();
    }

    @Test
    void aPortInUseIsSaidInOneLine() {
        assertThatThrownBy(
                        () -> BlotterHttp.listen(http.port(), driver.tables(), new Standing()))
                .isInstanceOf(StopException.class)
                .hasMessageContaining("127.0.0.1:" + http.port())
                .hasMessageContaining("in use");
    }
}
