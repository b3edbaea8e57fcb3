package io.qtrader.topology;

import io.qtrader.client.RegistryUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a schema registry that is away, visibly. A stream thread that waits here loses its
 * place in the group at last and gets it back afterwards; guessing what a record says is no option.
 */
public final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(1);
    private static final long SAY_EVERY = 10;

    private final String name;
    private final Duration pause;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param name who waits, for the log */
    public Patience(String name) {
        this(name, DEFAULT_PAUSE);
    }

    /** @param pause between two tries */
    public Patience(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /**
     * Calls until the registry answers.
     *
     * @throws StopException when {@link #end()} comes first
     */
    public <T, X extends Exception> T ask(Question<T, X> question) throws X {
        try {
            return question.ask();
        } catch (RegistryUnavailableException e) {
            waiting.incrementAndGet();
            try {
                return keepAsking(question, e);
            } finally {
                waiting.decrementAndGet();
            }
        }
    }

    private <T, X extends Exception> T keepAsking(
            Question<T, X> question, RegistryUnavailableException first) throws X {
        RegistryUnavailableException last = first;
        for (long tries = 0; ; tries++) {
            if (tries % SAY_EVERY == 0) {
                LOG.warn("{} waits for the schema registry: {}", name, last.getMessage());
            }
            if (endsWithinPause()) {
                throw new StopException(
                        name + " was closed while it waited for the schema registry", last);
            }
            try {
                T answer = question.ask();
                LOG.info("{}: the schema registry answers again, going on", name);
                return answer;
            } catch (RegistryUnavailableException e) {
                last = e;
            }
        }
    }

    /** Whether anybody waits at this moment. */
    public boolean waiting() {
        return waiting.get() > 0;
    }

    private boolean endsWithinPause() {
        try {
            return ended.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends all waiting; a shell that closes calls it. */
    public void end() {
        ended.countDown();
    }

    /**
     * What needs the registry.
     *
     * @param <T> the answer
     * @param <X> what else may go wrong
     */
    @FunctionalInterface
    public interface Question<T, X extends Exception> {
        T ask() throws X;
    }
}
