package io.qtrader.topology;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadLossTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ThreadLoss loss = new ThreadLoss("oms", nanos::get, Duration.ZERO);

    @Test
    void replacesAThreadThatAStallHasCost() {
        assertThat(loss.handle(new StreamsException(new TimeoutException("commit"))))
                .isEqualTo(REPLACE_THREAD);
        assertThat(loss.handle(new StreamsException(new ProducerFencedException("epoch"))))
                .isEqualTo(REPLACE_THREAD);
        assertThat(loss.handle(new StreamsException(new IllegalStateException("transaction"))))
                .isEqualTo(REPLACE_THREAD);
        assertThat(loss.failure()).isEmpty();
    }

    @Test
    void stopsAtWhatWouldHappenAgain() {
        StopException gap = new StopException("journal partition 1 offset 7 cannot be applied");

        assertThat(loss.handle(new StreamsException("process", gap))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(loss.failure())
                .contains("oms stopped: journal partition 1 offset 7 cannot be applied");
    }

    @Test
    void stopsAtWhatTheClusterRefusesAndSaysItInOneLine() {
        TopicAuthorizationException refused = new TopicAuthorizationException("not\n  allowed");

        assertThat(loss.handle(new StreamsException(refused))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(loss.failure().orElseThrow())
                .isEqualTo("oms stopped: TopicAuthorizationException: not allowed");
    }

    @Test
    void stopsAtAnErrorOfTheMachine() {
        assertThat(loss.handle(new OutOfMemoryError("heap"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void stopsWhenThreadsDieTooOften() {
        StreamsException lost = new StreamsException(new TimeoutException("commit"));
        for (int n = 0; n < ThreadLoss.MOST; n++) {
            assertThat(loss.handle(lost)).isEqualTo(REPLACE_THREAD);
        }

        assertThat(loss.handle(lost)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(loss.failure().orElseThrow()).contains("21 threads lost within 10 minutes");
    }

    @Test
    void forgetsLossesOfLongAgo() {
        StreamsException lost = new StreamsException(new TimeoutException("commit"));
        for (int n = 0; n < 10 * ThreadLoss.MOST; n++) {
            nanos.addAndGet(ThreadLoss.WINDOW.toNanos() / 10);
            assertThat(loss.handle(lost)).isEqualTo(REPLACE_THREAD);
        }
    }

    @Test
    void aThreadThatDiesWhileClosingIsNoFailure() {
        loss.closing();

        assertThat(loss.handle(new StopException("closed"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(loss.failure()).isEmpty();
    }
}
