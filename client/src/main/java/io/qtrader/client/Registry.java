package io.qtrader.client;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/**
 * The schema registry: gives a schema its id, and an id its schema.
 *
 * <p>This is the one class that knows Confluent's client, which bears relocated names here, and its
 * Avro another name than ours: schemas cross the border as text. Thread-safe. What was found once
 * is not asked for again; what was not found is.
 *
 * <p>Every failure is one of three: {@link RegistryUnavailableException} (ask again later), {@link
 * RegistryRefusedException} (a person must change something), {@link UnknownSchemaException} (no
 * such id).
 */
public final class Registry implements AutoCloseable {

    /** The registry's address, or several separated by commas. */
    public static final String URL_KEY = "schema.registry.url";

    private static final int CLIENT_CACHE = 1000;

    private final SchemaRegistryClient client;
    private final RegistryErrors errors;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();

    private record SubjectSchema(String subject, String schema) {}

    /**
     * Connects to nothing yet: the first request does.
     *
     * @param config {@value #URL_KEY}; {@code basic.auth.*}, {@code bearer.auth.*}, {@code
     *     schema.registry.ssl.*}, {@code http.connect.timeout.ms} (3000) and {@code
     *     http.read.timeout.ms} (5000) as Confluent's client has them; whatever else it holds is
     *     not looked at
     * @throws SetupException if the address is missing or is none
     */
    public Registry(Map<String, ?> config) {
        List<String> urls = urls(config.get(URL_KEY));
        this.errors = new RegistryErrors(urls);
        this.client =
                new CachedSchemaRegistryClient(urls, CLIENT_CACHE, clientConfig(config), Map.of());
    }

    /**
     * Registers a schema, without the {@code avro.java.string} that only Java needs. Registering it
     * again gives the same id. A user who may read but not write gets the id of what is there.
     */
    public int register(String subject, Schema schema) {
        SubjectSchema key = new SubjectSchema(subject, SchemaText.portable(schema));
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        int id = ask(key);
        ids.put(key, id);
        return id;
    }

    private int ask(SubjectSchema key) {
        AvroSchema schema = new AvroSchema(key.schema());
        try {
            return client.register(key.subject(), schema);
        } catch (RestClientException e) {
            if (RegistryErrors.notAllowed(e)) {
                return lookUp(key, schema, e);
            }
            throw errors.ofRegister(key.subject(), e);
        } catch (IOException e) {
            throw errors.unavailable(e);
        }
    }

    private int lookUp(SubjectSchema key, AvroSchema schema, RestClientException refusal) {
        try {
            return client.getId(key.subject(), schema);
        } catch (RestClientException e) {
            throw errors.ofRegister(key.subject(), refusal);
        } catch (IOException e) {
            throw errors.unavailable(e);
        }
    }

    /** The schema of an id. */
    public Schema schemaById(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema schema = fetch(id);
        schemas.put(id, schema);
        return schema;
    }

    private Schema fetch(int id) {
        try {
            ParsedSchema parsed = client.getSchemaById(id);
            if (!(parsed instanceof AvroSchema avro)) {
                throw errors.notAvro(id, null);
            }
            return SchemaText.parse(avro.rawSchema().toString());
        } catch (RestClientException e) {
            throw errors.ofId(id, e);
        } catch (IOException e) {
            throw errors.ofId(id, e);
        } catch (AvroRuntimeException e) {
            throw errors.notAvro(id, e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw errors.unavailable(e);
        }
    }

    private static List<String> urls(Object value) {
        List<String> urls = new ArrayList<>();
        for (String url : (value == null ? "" : value.toString()).split(",")) {
            if (!url.isBlank()) {
                urls.add(checked(url.trim()));
            }
        }
        if (urls.isEmpty()) {
            throw new SetupException(
                    URL_KEY + " is not set: give the schema registry's address,"
                            + " as in http://registry:8081");
        }
        return urls;
    }

    private static String checked(String url) {
        try {
            String protocol = new URL(url).getProtocol();
            if (protocol.equals("http") || protocol.equals("https")) {
                return url;
            }
        } catch (MalformedURLException e) {
            // Falls through: the same line tells of both.
        }
        throw new SetupException(
                URL_KEY + " is \"" + url + "\": give an http or https address,"
                        + " as in http://registry:8081");
    }

    /** Only what is meant for the registry: Kafka's own ssl.* must not decide how we reach it. */
    private static Map<String, Object> clientConfig(Map<String, ?> config) {
        Map<String, Object> forClient = new HashMap<>();
        forClient.put("http.connect.timeout.ms", 3000);
        forClient.put("http.read.timeout.ms", 5000);
        config.forEach(
                (key, value) -> {
                    if (value != null && meantForRegistry(key)) {
                        forClient.put(key, value);
                    }
                });
        return forClient;
    }

    private static boolean meantForRegistry(String key) {
        return !key.equals(URL_KEY)
                && (key.startsWith("schema.registry.")
                        || key.startsWith("basic.auth.")
                        || key.startsWith("bearer.auth.")
                        || key.startsWith("http.")
                        || key.startsWith("proxy."));
    }
}
