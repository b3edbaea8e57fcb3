package io.qtrader.app.cluster;

import io.qtrader.app.CommandFailure;
import io.qtrader.client.Registry;
import io.qtrader.client.TopicNames;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Option;

/**
 * The flags that say which cluster is meant. What is not flagged comes from the properties file;
 * without an address in either, from the {@code up} that runs on this machine.
 */
public final class ClusterOptions {

    static final String BLOTTER_KEY = "qtrader.blotter.url";
    static final String PAPER_KEY = "qtrader.paper.address";

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka broker to start from. Default: that of the running `up`.")
    private String bootstrap;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Schema registry. Default: that of the running `up`.")
    private String registry;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "What the names of our topics begin with. Default: qtrader.")
    private String prefix;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Java properties: any of Kafka's, schema.registry.*, basic.auth.*,"
                    + " qtrader.*; flags win over it.")
    private Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the running `up` keeps its data, and `run` its state. Default: $"
                    + DataDirectory.VARIABLE + " or ~/.qtrader")
    private Path data;

    /** Made by picocli. */
    public ClusterOptions() {
    }

    /** The flags that name a cluster outright, for callers that are no command line. */
    public static ClusterOptions of(String bootstrap, String registry, String prefix) {
        ClusterOptions options = new ClusterOptions();
        options.bootstrap = bootstrap;
        options.registry = registry;
        options.prefix = prefix;
        return options;
    }

    /**
     * The connection that the flags mean. Connects to nothing yet.
     *
     * @throws CommandFailure where no cluster is named and none runs here
     */
    public Connection connection() {
        Map<String, String> properties = file();
        if (bootstrap == null && !properties.containsKey(bootstrapKey())) {
            running().ifPresent(up -> useRunning(up, properties));
        }
        put(properties, bootstrapKey(), bootstrap);
        put(properties, Registry.URL_KEY, registry);
        put(properties, TopicNames.PREFIX_KEY, prefix);
        properties.putIfAbsent(TopicNames.PREFIX_KEY, TopicNames.DEFAULT.prefix());
        if (!properties.containsKey(bootstrapKey())) {
            throw new CommandFailure("no cluster is named, and no `qtrader up` keeps its data in "
                    + directory().path(), "start one, or give --bootstrap and --registry");
        }
        return new Connection(properties);
    }

    /** Where data of this machine's own lives. */
    public DataDirectory directory() {
        return DataDirectory.givenOrDefault(data);
    }

    private Optional<Endpoints> running() {
        return Endpoints.read(directory().endpoints()).filter(Endpoints::alive);
    }

    private static void useRunning(Endpoints up, Map<String, String> properties) {
        properties.putIfAbsent(bootstrapKey(), up.bootstrap());
        properties.putIfAbsent(Registry.URL_KEY, up.registry());
        properties.putIfAbsent(TopicNames.PREFIX_KEY, up.prefix());
        properties.putIfAbsent(BLOTTER_KEY, up.blotter());
        properties.putIfAbsent(PAPER_KEY, up.paper());
    }

    private Map<String, String> file() {
        Map<String, String> properties = new TreeMap<>();
        if (config != null) {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(config)) {
                read.load(reader);
            } catch (IOException e) {
                throw new CommandFailure("cannot read the properties file " + config + " ("
                        + e.getClass().getSimpleName() + ")", "check --config", e);
            }
            read.stringPropertyNames().forEach(k -> properties.put(k, read.getProperty(k).trim()));
        }
        return properties;
    }

    private static String bootstrapKey() {
        return CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
    }

    private static void put(Map<String, String> properties, String key, String value) {
        if (value != null) {
            properties.put(key, value);
        }
    }
}
