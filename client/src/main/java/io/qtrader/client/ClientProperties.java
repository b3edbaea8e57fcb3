package io.qtrader.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of the configuration's keys are Kafka's: all but ours and the registry's. */
public final class ClientProperties {

    private static final List<String> NOT_KAFKA =
            List.of("qtrader.", "schema.registry.", "basic.auth.", "bearer.auth.");

    private ClientProperties() {}

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
