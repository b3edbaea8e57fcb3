package io.qtrader.client;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** Says what a failure of the registry means to its user. */
final class RegistryErrors {

    /** Error codes for a subject, version or schema that is not there. */
    private static final Set<Integer> NOT_THERE = Set.of(40401, 40402, 40403, 404);

    /** Confluent's client puts this code where the answer was not a registry's JSON. */
    private static final int NOT_JSON = 50005;

    private final String urls;

    RegistryErrors(List<String> urls) {
        this.urls = urls.stream().map(RegistryErrors::withoutUser).collect(Collectors.joining(","));
    }

    /** An address may hold a password; a message never does. */
    private static String withoutUser(String url) {
        return url.replaceFirst("//[^/@]*@", "//");
    }

    static boolean notAllowed(RestClientException e) {
        return e.getStatus() == 401 || e.getStatus() == 403;
    }

    RegistryUnavailableException unavailable(Exception e) {
        return new RegistryUnavailableException(
                "schema registry at " + urls + " cannot be reached (" + cause(e)
                        + "): check that it runs, and " + Registry.URL_KEY,
                e);
    }

    RegistryException ofRegister(String subject, RestClientException e) {
        if (e.getStatus() == 409) {
            return refused(
                    "finds the schema of " + subject
                            + " incompatible with what is registered there ("
                            + e.getMessage() + "): register a compatible one, or use another "
                            + TopicNames.PREFIX_KEY,
                    e);
        }
        return of(e);
    }

    RegistryException ofId(int id, RestClientException e) {
        if (e.getStatus() == 404 && NOT_THERE.contains(e.getErrorCode())) {
            return new UnknownSchemaException(
                    id, "schema registry at " + urls + " knows no schema " + id, e);
        }
        return of(e);
    }

    /**
     * The client gives an IOException for a schema of another kind too; that one must not be taken
     * for an outage, or its reader would wait for ever.
     */
    RegistryException ofId(int id, IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("Invalid schema") ? notAvro(id, e) : unavailable(e);
    }

    UnknownSchemaException notAvro(int id, Exception e) {
        return new UnknownSchemaException(
                id, "schema " + id + " in the schema registry at " + urls + " is not Avro", e);
    }

    private RegistryException of(RestClientException e) {
        int status = e.getStatus();
        if (notAllowed(e)) {
            return refused(
                    "does not let us in (" + cause(e) + "): check basic.auth.credentials.source"
                            + " (USER_INFO) and basic.auth.user.info (user:password), and what"
                            + " that user may do",
                    e);
        }
        if (status >= 500 || status == 408 || status == 429) {
            return new RegistryUnavailableException(
                    "schema registry at " + urls + " cannot answer now (" + cause(e)
                            + "): look into its log",
                    e);
        }
        if (e.getErrorCode() == NOT_JSON || status == 404) {
            return refused(
                    "is no schema registry (" + cause(e) + "): check " + Registry.URL_KEY
                            + ", its path included",
                    e);
        }
        return refused("refuses (" + cause(e) + ")", e);
    }

    private RegistryRefusedException refused(String what, Exception e) {
        return new RegistryRefusedException("schema registry at " + urls + " " + what, e);
    }

    private static String cause(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String kind =
                e instanceof RestClientException rest
                        ? "HTTP " + rest.getStatus()
                        : e.getClass().getSimpleName();
        return kind + ": " + message;
    }
}
