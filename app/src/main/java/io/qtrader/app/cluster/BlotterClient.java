package io.qtrader.app.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qtrader.app.CommandFailure;
import io.qtrader.topology.blotter.View;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks a running Blotter over HTTP. */
public final class BlotterClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    private BlotterClient(String url) {
        this.url = url;
    }

    /**
     * The Blotter at an address.
     *
     * @throws CommandFailure where the address is null or none
     */
    public static BlotterClient at(String url) {
        if (url == null) {
            throw new CommandFailure("no running instance is known",
                    "start `qtrader up`, or give --blotter URL as `qtrader run` printed it");
        }
        try {
            if (URI.create(url).getHost() != null) {
                return new BlotterClient(url.endsWith("/") ? url.substring(0, url.length() - 1)
                        : url);
            }
        } catch (IllegalArgumentException e) {
            // Falls through: the same line tells of both.
        }
        throw new CommandFailure("\"" + url + "\" is no address of a Blotter",
                "give one as in http://127.0.0.1:8080");
    }

    /** The rows of a view that a query asks for, as a JSON array. */
    public JsonNode rows(View view, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return get("/" + view.path() + (parameters.isEmpty() ? "" : "?" + parameters))
                .orElseThrow(() -> new CommandFailure("there is nothing at " + url + "/"
                        + view.path(), "is that address a Blotter's?"));
    }

    /** The row of a key; empty where there is none. */
    public Optional<JsonNode> row(View view, String key) {
        return get("/" + view.path() + "/" + encoded(key));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Optional<JsonNode> get(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            if (answer.statusCode() != 200) {
                throw new CommandFailure("the Blotter at " + url + " says: "
                        + body.path("error").asText("HTTP " + answer.statusCode()), "");
            }
            return Optional.of(body);
        } catch (IOException e) {
            throw new CommandFailure("no Blotter answers at " + url + " ("
                    + e.getClass().getSimpleName() + ")",
                    "is the instance running, and the address right?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted while asking " + url, "", e);
        }
    }
}
