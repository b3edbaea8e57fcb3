package io.qtrader.app.sandbox;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.cluster.DataDirectory;
import io.qtrader.app.cluster.Installation;
import io.qtrader.client.Registry;
import io.qtrader.client.TopicNames;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The broker and the registry together, in one data directory. */
public final class Sandbox implements AutoCloseable {

    private final EmbeddedBroker broker;
    private final SandboxRegistry registry;

    private Sandbox(EmbeddedBroker broker, SandboxRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts both at once, and returns when both serve.
     *
     * @param data where their data lives
     * @param brokerPort port of the broker; must be free
     * @param registryPort port of the registry; must be free, or 0
     * @param prefix of the topics whose schemas are registered while the broker starts
     * @throws CommandFailure where one does not start
     */
    public static Sandbox start(DataDirectory data, int brokerPort, int registryPort,
            String prefix) {
        CompletableFuture<SandboxRegistry> registry = CompletableFuture.supplyAsync(
                () -> withSchemas(SandboxRegistry.start(data.registry(), registryPort), prefix));
        EmbeddedBroker broker;
        try {
            broker = EmbeddedBroker.start(data.broker(), brokerPort);
        } catch (RuntimeException e) {
            registry.thenAccept(SandboxRegistry::close);
            throw e;
        }
        try {
            return new Sandbox(broker, registry.join());
        } catch (CompletionException e) {
            broker.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static SandboxRegistry withSchemas(SandboxRegistry started, String prefix) {
        try (Registry client = new Registry(Map.of(Registry.URL_KEY, started.url()))) {
            Installation.registerSchemas(client, new TopicNames(prefix));
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** How clients reach them. */
    public Connection connection(String prefix) {
        return ClusterOptions.of(broker.bootstrap(), registry.url(), prefix).connection();
    }

    /** Port of the broker. */
    public int brokerPort() {
        return broker.port();
    }

    /** Address of the registry. */
    public String registryUrl() {
        return registry.url();
    }

    /** Address of the broker. */
    public String bootstrap() {
        return broker.bootstrap();
    }

    @Override
    public void close() {
        try (EmbeddedBroker last = broker) {
            registry.close();
        }
    }
}
