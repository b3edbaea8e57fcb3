package io.qtrader.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArrivalTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(10);

    private final Arrival arrival = new Arrival();

    @Test
    void waitsUntilItRuns() throws Exception {
        CompletableFuture<Boolean> runs = waiting();

        arrival.stands(State.REBALANCING);
        arrival.stands(State.RUNNING);

        assertThat(runs.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void waitsOnThroughTheRebalanceThatFollowsItsJoining() throws Exception {
        arrival.stands(State.RUNNING);
        arrival.stands(State.REBALANCING);
        CompletableFuture<Boolean> runs = waiting();

        assertThat(runs).isNotDone();
        arrival.stands(State.RUNNING);

        assertThat(runs.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void isOverWhenItHasEnded() throws Exception {
        CompletableFuture<Boolean> runs = waiting();

        arrival.stands(State.PENDING_SHUTDOWN);
        arrival.stands(State.NOT_RUNNING);

        assertThat(runs.get(30, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void isOverWhenTheTimeIs() throws Exception {
        arrival.stands(State.REBALANCING);

        assertThat(arrival.await(SHORT)).isFalse();
    }

    private CompletableFuture<Boolean> waiting() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return arrival.await(LONG);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
