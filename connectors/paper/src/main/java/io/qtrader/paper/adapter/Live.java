package io.qtrader.paper.adapter;

import io.qtrader.paper.wire.Request;
import java.io.IOException;

/** The engine while its line is up, and the one lock under which anybody works with it. */
final class Live {

    /** Something to do with the engine. */
    interface Work {
        void with(Engine engine) throws IOException;
    }

    private Engine engine;
    private VenueLine line;
    private boolean closed;

    synchronized void up(Engine newEngine, VenueLine newLine) {
        engine = newEngine;
        line = newLine;
        notifyAll();
    }

    synchronized void down() {
        engine = null;
        line = null;
    }

    synchronized boolean isUp() {
        return engine != null;
    }

    /** Waits for an engine; false when there will be none. */
    synchronized boolean awaitUp() throws InterruptedException {
        while (engine == null && !closed) {
            wait();
        }
        return !closed;
    }

    /** Does it, if need be on one line after another; false when there will be no more lines. */
    boolean untilDone(Work work) throws InterruptedException {
        while (awaitUp()) {
            if (done(work)) {
                return true;
            }
        }
        return false;
    }

    private synchronized boolean done(Work work) {
        if (engine == null) {
            return false;
        }
        try {
            work.with(engine);
            return true;
        } catch (IOException | RuntimeException e) {
            line.fail(e);
            down();
            return false;
        }
    }

    /** Does it on the engine that the caller has put up, and lets failures through to him. */
    synchronized void now(Work work) throws IOException {
        if (engine == null) {
            throw new IOException("the line was given up");
        }
        work.with(engine);
    }

    /** Sends where there is a line; what of it gets lost does not matter. */
    void sendIfUp(Request request) {
        VenueLine current;
        synchronized (this) {
            current = line;
        }
        if (current != null) {
            try {
                current.send(request);
            } catch (IOException e) {
                current.fail(e);
            }
        }
    }

    /** No more work: whoever waits, for a line or on one, is let go. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
