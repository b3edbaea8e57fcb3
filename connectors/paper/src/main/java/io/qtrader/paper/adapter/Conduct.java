package io.qtrader.paper.adapter;

import io.qtrader.paper.adapter.LogEntry.Processed;
import io.qtrader.paper.wire.Request;
import io.qtrader.schemas.Execution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Does steps, strictly in their order. After the first that fails it does no more: what memory
 * holds by then may be ahead of the log, so both are left behind and the log is read again.
 *
 * <p>Reports come in bursts, and waiting for the cluster's word on each would cost a round trip
 * each. So a run of processed reports is written to the log together, when all that was published
 * for them is acknowledged, and before anything else is written or {@link #settle} returns.
 */
final class Conduct {

    /** The adapter's log. */
    interface Log {
        void append(LogEntry entry) throws IOException;

        /** Returns when all is on the disk. */
        void sync() throws IOException;
    }

    /** The way to the exchange. */
    interface Line {
        void send(Request request) throws IOException;
    }

    /** The way to executions; done when the cluster has it. */
    interface Out {
        CompletableFuture<?> publish(Execution execution);
    }

    private final AdapterState state;
    private final LineSession session;
    private final Log log;
    private final Line line;
    private final Out out;
    private final List<CompletableFuture<?>> published = new ArrayList<>();
    private final List<Processed> processed = new ArrayList<>();
    private boolean failed;

    Conduct(AdapterState state, LineSession session, Log log, Line line, Out out) {
        this.state = state;
        this.session = session;
        this.log = log;
        this.line = line;
        this.out = out;
    }

    void run(List<Step> steps) throws IOException {
        if (failed) {
            throw new IOException("an earlier step has failed");
        }
        failed = true;
        for (Step step : steps) {
            if (step instanceof Step.Persist persist) {
                persist(persist.entry());
            } else if (step instanceof Step.Send send) {
                line.send(send.request());
                session.sent(send.request());
            } else if (step instanceof Step.Publish publish) {
                published.add(out.publish(publish.execution()));
            } else {
                throw new IllegalStateException("step without a rule: " + step);
            }
        }
        failed = false;
    }

    /** Returns when everything published is written, and every processed report in the log. */
    void settle() throws IOException {
        boolean before = failed;
        failed = true;
        for (CompletableFuture<?> each : published) {
            try {
                each.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
        published.clear();
        for (Processed each : processed) {
            log.append(each);
        }
        processed.clear();
        failed = before;
    }

    private void persist(LogEntry entry) throws IOException {
        if (entry instanceof Processed each) {
            processed.add(each);
        } else {
            settle();
            log.append(entry);
            // Losing `sent` or `processed` with the machine costs a question or a repetition.
            if (!(entry instanceof LogEntry.Sent)) {
                log.sync();
            }
        }
        state.apply(entry);
    }
}
