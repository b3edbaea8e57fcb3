package io.qtrader.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Which of the configuration's keys are Kafka's: all but ours and the registry's. */
public final class ClientProperties {

    private static final List<String> NOT_KAFKA =
            List.of("qtrader.", "schema.registry.", "basic.auth.", "bearer.auth.");

    private ClientProperties() {}

    /** Kafka's properties for an admin client that gives up on a silent cluster within 10 s. */
    public static Map<String, Object> admin(Map<String, ?> config) {
        Map<String, Object> kafka = kafka(config);
        kafka.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        kafka.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return kafka;
    }

    /** The cluster's address as configured, for messages. */
    static Object bootstrap(Map<String, ?> config) {
        return config.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    /** Kafka's properties, untouched, in a map that may be added to. */
    public static Map<String, Object> kafka(Map<String, ?> config) {
        Map<String, Object> kafka = new HashMap<>();
        config.forEach(
                (key, value) -> {
                    if (value != null && NOT_KAFKA.stream().noneMatch(key::startsWith)) {
                        kafka.put(key, value);
                    }
                });
        return kafka;
    }
}
