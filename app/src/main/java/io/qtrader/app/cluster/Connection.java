package io.qtrader.app.cluster;

import io.qtrader.app.CommandFailure;
import io.qtrader.client.ClientProperties;
import io.qtrader.client.Registry;
import io.qtrader.client.TopicNames;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigException;

/**
 * A cluster and the topics of ours on it.
 *
 * @param properties as given: Kafka's, the registry's and ours together
 */
public record Connection(Map<String, String> properties) {

    private static final int REACH_MS = 3000;

    /** Keeps its own copy, sorted by key. */
    public Connection {
        properties = Map.copyOf(properties);
    }

    /** The same with more properties; those that are there already win. */
    public Connection withDefaults(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(properties);
        return new Connection(all);
    }

    /** Names of the topics. */
    public TopicNames names() {
        return new TopicNames(properties.get(TopicNames.PREFIX_KEY));
    }

    /** Addresses to start from. */
    public String bootstrap() {
        return properties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    }

    /** What Kafka's clients take, with more of it; what the user gave wins. */
    public Map<String, Object> kafka(Map<String, ?> defaults) {
        Map<String, Object> kafka = new HashMap<>(defaults);
        kafka.putAll(ClientProperties.kafka(properties));
        return kafka;
    }

    /** The registry, after a word with it. */
    public Registry registry() {
        if (!properties.containsKey(Registry.URL_KEY)) {
            throw new CommandFailure("no schema registry is named",
                    "give --registry URL, or " + Registry.URL_KEY + " in --config");
        }
        return new Registry(properties);
    }

    /** Address of the blotter, where one is known. */
    public Optional<String> blotter() {
        return Optional.ofNullable(properties.get(ClusterOptions.BLOTTER_KEY))
                .filter(url -> !url.isBlank());
    }

    /** Address of the paper exchange, where one is known. */
    public Optional<String> paper() {
        return Optional.ofNullable(properties.get(ClusterOptions.PAPER_KEY))
                .filter(address -> !address.isBlank());
    }

    /**
     * Makes sure that somebody listens at one of the addresses, in seconds, where Kafka's clients
     * would go on trying for minutes.
     *
     * @throws CommandFailure where nobody does
     */
    public Connection reached() {
        List<InetSocketAddress> addresses = addresses();
        for (InetSocketAddress address : addresses) {
            try (Socket socket = new Socket()) {
                socket.connect(address, REACH_MS);
                return this;
            } catch (IOException e) {
                continue;
            }
        }
        throw new CommandFailure("no Kafka broker answers at " + bootstrap(),
                "is it running, and is --bootstrap right?");
    }

    /** An admin client that gives up in seconds. */
    public Admin admin() {
        return Admin.create(kafka(Map.of(
                "request.timeout.ms", "10000", "default.api.timeout.ms", "15000")));
    }

    private List<InetSocketAddress> addresses() {
        try {
            return new ArrayList<>(ClientUtils.parseAndValidateAddresses(
                    List.of(bootstrap().split("\\s*,\\s*")), "use_all_dns_ips"));
        } catch (ConfigException e) {
            throw new CommandFailure("\"" + bootstrap() + "\" names no broker that can be found",
                    "give host:port, several separated by commas", e);
        }
    }
}
