package io.qtrader.app.instance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started, closed once, the last first; one that will not close stops no other. */
public final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    /** Nothing yet. */
    public Parts() {
    }

    /** Adds what has just been started; closes it at once where everything else already is. */
    public synchronized <T extends AutoCloseable> T add(T part) {
        if (closed) {
            close(part);
            throw new IllegalStateException("stopped while it was starting");
        }
        started.push(part);
        return part;
    }

    @Override
    public void close() {
        List<AutoCloseable> parts;
        synchronized (this) {
            closed = true;
            parts = new ArrayList<>(started);
            started.clear();
        }
        parts.forEach(Parts::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not stop cleanly: {}", part.getClass().getSimpleName(), e.toString(),
                    e);
        }
    }
}
