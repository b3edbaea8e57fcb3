package io.qtrader.app.demo;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes a quote again and again, so that it stays fresh. */
final class QuoteStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QuoteStream.class);
    private static final long EVERY_MS = 1000;

    private final Runnable publish;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> new Thread(task, "quotes"));

    QuoteStream(Runnable publish) {
        this.publish = publish;
    }

    void start() {
        thread.scheduleAtFixedRate(this::publishOne, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** One that fails must not end the schedule. */
    private void publishOne() {
        try {
            publish.run();
        } catch (RuntimeException e) {
            LOG.warn("a quote was not published: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
