package io.qtrader.topology;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.qtrader.client.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A schema registry on a socket: gives every schema text an id and every id its text, whatever the
 * subject. Can be told to be away.
 */
public final class RegistryStub implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> schemas = new ArrayList<>();
    private final AtomicInteger away = new AtomicInteger();
    private final HttpServer server;

    public RegistryStub() {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** What a {@link Registry} needs to find it. */
    public Map<String, Object> config() {
        return Map.of(Registry.URL_KEY, "http://127.0.0.1:" + server.getAddress().getPort());
    }

    public Registry registry() {
        return new Registry(config());
    }

    /** Answers the next requests with 503. */
    public void awayFor(int requests) {
        away.set(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        if (away.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            answer(exchange, 503, Map.of("error_code", 50301, "message", "away"));
            return;
        }
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("POST")) {
            String schema = JSON.readTree(request).get("schema").asText();
            answer(exchange, 200, Map.of("id", idOf(schema), "subject", "s", "version", 1));
            return;
        }
        int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        synchronized (schemas) {
            if (id < 1 || id > schemas.size()) {
                answer(exchange, 404, Map.of("error_code", 40403, "message", "no schema " + id));
            } else {
                answer(exchange, 200, Map.of("schema", schemas.get(id - 1)));
            }
        }
    }

    private int idOf(String schema) {
        synchronized (schemas) {
            if (!schemas.contains(schema)) {
                schemas.add(schema);
            }
            return schemas.indexOf(schema) + 1;
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> body)
            throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
