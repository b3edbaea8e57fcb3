package io.qtrader.client;

import io.qtrader.schemas.Intent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Publishes the positions that a strategy wants (seed section 1). Thread-safe.
 *
 * <p>Intents of one symbol and strategy stay in order. One that failed need not be sent again: the
 * next says all.
 */
public final class IntentPublisher implements AutoCloseable {

    private final Publisher<Intent> publisher;

    /**
     * Connects to nothing yet.
     *
     * @param config Kafka's properties; ours and the registry's are left out
     */
    public IntentPublisher(Map<String, ?> config, TopicNames names, Registry registry) {
        this.publisher = new Publisher<>(config, names, registry, Topic.INTENTS, Intent.class);
    }

    /** Key of an intent's record: {@code sym|strat}. */
    public static String key(String sym, String strat) {
        return sym + '|' + strat;
    }

    /**
     * Publishes an intent as it is.
     *
     * @return done when the cluster has it; fails with a {@link ClusterException}. What is chained
     *     to it runs in the producer's own thread and must not wait for anything
     * @throws RegistryException nothing was sent
     */
    public CompletableFuture<RecordMetadata> publish(Intent intent) {
        return publisher.send(key(intent.getSym(), intent.getStrat()), intent);
    }

    /**
     * Publishes an intent of now.
     *
     * @param tgtpos wanted position [shares], signed
     * @param urgency how soon [0 to 1]
     */
    public CompletableFuture<RecordMetadata> publish(
            String sym, String strat, long tgtpos, double urgency) {
        return publish(
                Intent.newBuilder()
                        .setTime(Instant.now().truncatedTo(ChronoUnit.MICROS))
                        .setSym(sym)
                        .setStrat(strat)
                        .setTgtpos(tgtpos)
                        .setUrgency(urgency)
                        .build());
    }

    /** Waits until everything published is written or has failed. */
    public void flush() {
        publisher.flush();
    }

    /** Flushes, for at most ten seconds. */
    @Override
    public void close() {
        publisher.close();
    }
}
