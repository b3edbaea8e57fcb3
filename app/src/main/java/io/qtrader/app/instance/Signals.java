package io.qtrader.app.instance;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops parts cleanly when the process is told to end, by Ctrl-C or SIGTERM. */
public final class Signals {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final int LONGEST_STOP_S = 20;

    private static volatile boolean stopping;

    private Signals() {
    }

    /** Whether the process has been told to end; what fails from then on is no news. */
    public static boolean stopping() {
        return stopping;
    }

    /**
     * From now on, the end of the process closes the parts first, and waits for it, within limits.
     */
    public static void closeAtEnd(Parts parts) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping = true;
            CountDownLatch done = new CountDownLatch(1);
            Thread closing = new Thread(() -> {
                parts.close();
                done.countDown();
            }, "stop");
            closing.setDaemon(true);
            closing.start();
            try {
                if (!done.await(LONGEST_STOP_S, TimeUnit.SECONDS)) {
                    LOG.warn("not everything had stopped after {} s", LONGEST_STOP_S);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "stop-at-end"));
    }
}
