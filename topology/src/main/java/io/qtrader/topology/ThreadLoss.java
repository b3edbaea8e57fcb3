package io.qtrader.topology;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;

import io.qtrader.client.ClientException;
import io.qtrader.client.UndecodableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TopologyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a client when one of its threads dies. A stall longer than the transaction
 * timeout, or brokers away for long, kill a thread that a new one replaces after a growing pause.
 * What would only repeat itself stops the client, and so does a thread that dies too often.
 */
final class ThreadLoss implements StreamsUncaughtExceptionHandler {

    /** More losses than this within {@link #WINDOW} are no accident. */
    static final int MOST = 20;

    static final Duration WINDOW = Duration.ofMinutes(10);

    /**
     * The pause before the first replacement; it doubles with each, up to {@link #MOST_DOUBLINGS}.
     */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private static final int MOST_DOUBLINGS = 6;

    /** What the cluster or the set-up refuses today, it refuses again in a second. */
    private static final List<Class<? extends Exception>> HOPELESS =
            List.of(
                    StopException.class,
                    AuthenticationException.class,
                    AuthorizationException.class,
                    ConfigException.class,
                    InvalidConfigurationException.class,
                    InvalidOffsetException.class,
                    MissingSourceTopicException.class,
                    RecordTooLargeException.class,
                    TopologyException.class,
                    UnsupportedVersionException.class);

    private static final Logger LOG = LoggerFactory.getLogger(ThreadLoss.class);

    private final String name;
    private final LongSupplier nanoClock;
    private final Duration firstPause;
    private final Deque<Long> losses = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile String failure;

    ThreadLoss(String name) {
        this(name, System::nanoTime, FIRST_PAUSE);
    }

    ThreadLoss(String name, LongSupplier nanoClock, Duration firstPause) {
        this.name = name;
        this.nanoClock = nanoClock;
        this.firstPause = firstPause;
    }

    /**
     * From now on a thread that dies belongs to the closing, and is neither replaced nor a failure.
     */
    void closing() {
        closing.countDown();
    }

    /** From now on it is stopping, for a reason that was found elsewhere. */
    void stop(String reason) {
        stop(reason, null);
        closing();
    }

    /** Why the client stopped, in one line; empty while it runs and after a plain close. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable thrown) {
        if (closing.getCount() == 0) {
            return SHUTDOWN_CLIENT;
        }
        Optional<Throwable> hopeless = hopeless(thrown);
        if (hopeless.isPresent()) {
            return stop(line(hopeless.get()), thrown);
        }
        int recent = lossesWithinWindow();
        if (recent > MOST) {
            return stop(
                    recent + " threads lost within " + WINDOW.toMinutes() + " minutes, last by "
                            + line(deepest(thrown)) + ": see the log before it is started again",
                    thrown);
        }
        Duration pause = firstPause.multipliedBy(1L << Math.min(recent - 1, MOST_DOUBLINGS));
        LOG.warn(
                "{}: a thread was lost ({}); a new one starts in {} ms and restores its state",
                name,
                line(deepest(thrown)),
                pause.toMillis());
        return closesWithin(pause) ? SHUTDOWN_CLIENT : REPLACE_THREAD;
    }

    private boolean closesWithin(Duration pause) {
        try {
            return closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private synchronized int lossesWithinWindow() {
        long now = nanoClock.getAsLong();
        losses.addLast(now);
        while (now - losses.peekFirst() > WINDOW.toNanos()) {
            losses.removeFirst();
        }
        return losses.size();
    }

    private synchronized StreamThreadExceptionResponse stop(String line, Throwable thrown) {
        if (failure == null) {
            failure = name + " stopped: " + line;
            LOG.error(failure, isExplained(thrown) ? null : thrown);
        }
        return SHUTDOWN_CLIENT;
    }

    /** A line says all of what was found outside; of a bug one wants to see where. */
    private static boolean isExplained(Throwable thrown) {
        return StopException.in(thrown)
                .map(Throwable::getCause)
                .map(c -> c instanceof UndecodableException || c instanceof ClientException)
                .orElseGet(() -> StopException.in(thrown).isPresent());
    }

    private static Optional<Throwable> hopeless(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Error || isHopeless(t)) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }

    private static boolean isHopeless(Throwable t) {
        return HOPELESS.stream().anyMatch(type -> type.isInstance(t));
    }

    private static Throwable deepest(Throwable thrown) {
        Throwable t = thrown;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return t;
    }

    private static String line(Throwable t) {
        if (t instanceof InvalidOffsetException lost) {
            return "the next record of " + lost.partitions() + " is not there any more: it expired"
                    + " or was deleted before it was read, or the topic was made anew. If what is"
                    + " missing may be lost, set the group's offset with kafka-consumer-groups"
                    + " --reset-offsets and start again";
        }
        String message = String.valueOf(t.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        return t instanceof StopException ? message : t.getClass().getSimpleName() + ": " + message;
    }
}
