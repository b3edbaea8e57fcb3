package io.qtrader.client;

import io.qtrader.schemas.Execution;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Publishes what a broker reports, for its adapter. Thread-safe.
 *
 * <p>Executions of one child order must arrive in order and none may be left out, so after a
 * failure everything later is refused: the adapter starts again and publishes from its own record
 * of what it has not seen written.
 */
public final class ExecutionPublisher implements AutoCloseable {

    private final Publisher<Execution> publisher;
    private final AtomicReference<Throwable> failed = new AtomicReference<>();

    /**
     * Connects to nothing yet.
     *
     * @param config Kafka's properties; ours and the registry's are left out
     */
    public ExecutionPublisher(Map<String, ?> config, TopicNames names, Registry registry) {
        this.publisher =
                new Publisher<>(config, names, registry, Topic.EXECUTIONS, Execution.class);
    }

    /** Key of an execution's record: the child id, decimal. */
    public static String key(long childid) {
        return Long.toString(childid);
    }

    /**
     * Publishes an execution.
     *
     * @return done when the cluster has it; fails with a {@link ClusterException}. What is chained
     *     to it runs in the producer's own thread and must not wait for anything
     * @throws RegistryUnavailableException nothing was sent, and the same call may succeed later
     */
    public CompletableFuture<RecordMetadata> publish(Execution execution) {
        Throwable before = failed.get();
        if (before != null) {
            return CompletableFuture.failedFuture(before);
        }
        return publisher
                .send(key(execution.getChildid()), execution)
                .whenComplete(
                        (metadata, failure) -> {
                            if (failure != null) {
                                failed.compareAndSet(null, failure);
                            }
                        });
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
