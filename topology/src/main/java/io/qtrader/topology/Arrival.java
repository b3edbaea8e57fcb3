package io.qtrader.topology;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * Waits until a client runs. One that joins others runs for a moment, before they hand their tasks
 * over, and rebalances again: what counts is where it stands, not where it has been.
 */
final class Arrival {

    private State state = State.CREATED;

    synchronized void stands(State now) {
        state = now;
        notifyAll();
    }

    /** Whether it runs; false when it has ended instead, or the time is over first. */
    synchronized boolean await(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toNanos();
        while (state != State.RUNNING && !hasEnded() && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        return state == State.RUNNING;
    }

    private boolean hasEnded() {
        return state == State.ERROR || state == State.NOT_RUNNING;
    }
}
