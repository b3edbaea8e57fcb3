package io.qtrader.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A schema registry on a socket, as little of Confluent's protocol as the client speaks. */
final class FakeRegistry implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What to answer instead of the truth. */
    record Answer(int status, String body) {}

    /** Every request so far, as in {@code GET /schemas/ids/1}. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** What the requests logged in with, where they did. */
    final List<String> authorizations = new CopyOnWriteArrayList<>();

    /** Schema text by id - 1. */
    final List<String> schemas = new CopyOnWriteArrayList<>();

    /** Answers given first, in order: for writes and for reads. */
    final List<Answer> nextWrites = new CopyOnWriteArrayList<>();

    final List<Answer> nextReads = new CopyOnWriteArrayList<>();

    /** While set, no answer comes before it is counted down. */
    volatile CountDownLatch stalled;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    FakeRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Map<String, Object> config() {
        return Map.of(Registry.URL_KEY, url());
    }

    /** Registers a schema without asking, and gives its id. */
    int add(String schema) {
        schemas.add(schema);
        return schemas.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null) {
            authorizations.add(authorization);
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer = answer(exchange.getRequestMethod(), path, body);
        await(stalled);
        byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(answer.status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer answer(String method, String path, byte[] body) throws IOException {
        List<Answer> prepared = method.equals("POST") ? nextWrites : nextReads;
        if (!prepared.isEmpty()) {
            return prepared.remove(0);
        }
        if (method.equals("POST")) {
            String schema = JSON.readTree(body).get("schema").asText();
            if (!schemas.contains(schema) && !path.endsWith("/versions")) {
                return new Answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
            }
            int id = schemas.contains(schema) ? schemas.indexOf(schema) + 1 : add(schema);
            return new Answer(200, "{\"id\":" + id + ",\"subject\":\"s\",\"version\":1}");
        }
        int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        if (id < 1 || id > schemas.size()) {
            return new Answer(
                    404, "{\"error_code\":40403,\"message\":\"Schema " + id + " not found\"}");
        }
        JsonNode answer = JSON.createObjectNode().put("schema", schemas.get(id - 1));
        return new Answer(200, answer.toString());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (stalled != null) {
            stalled.countDown();
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
