package io.qtrader.topology.blotter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.qtrader.client.RegistryException;
import io.qtrader.topology.StopException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Blotter's HTTP face: JSON, read only, on the loopback interface.
 *
 * <p>{@code GET /<view>} gives an array, {@code GET /<view>/<key>} one object or 404, {@code GET
 * /health} how it stands. What cannot be answered is an object with one field, {@code error}: 400
 * for a question that makes no sense, 503 while the tables cannot be read.
 */
final class BlotterHttp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlotterHttp.class);
    private static final JsonFactory JSON = new JsonFactory();
    private static final String LOOPBACK = "127.0.0.1";

    /** Of all rows that match, as an answer may be cut to its limit. */
    private static final String TOTAL_HEADER = "qtrader-total";

    private final Tables tables;
    private final Standing standing;
    private final Javalin server;

    /** How the Blotter behind it stands. */
    interface Standing {
        Health health();

        /** Why no question can be answered now; empty when they can. */
        Optional<String> unready();
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private BlotterHttp(Tables tables, Standing standing) {
        this.tables = tables;
        this.standing = standing;
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts to listen.
     *
     * @param port the port, 0 for a free one
     * @throws StopException if the port is taken
     */
    static BlotterHttp listen(int port, Tables tables, Standing standing) {
        BlotterHttp http = new BlotterHttp(tables, standing);
        try {
            http.server.start(LOOPBACK, port);
        } catch (JavalinBindException e) {
            http.close();
            throw new StopException(
                    "the blotter cannot listen on " + LOOPBACK + ":" + port
                            + ", the port is in use or not allowed: give another, or 0 for a free"
                            + " one",
                    e);
        }
        return http;
    }

    int port() {
        return server.port();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = new QueuedThreadPool(8, 2);
        RoutesConfig routes = config.routes;
        routes.get("/health", this::health);
        for (View view : View.values()) {
            routes.get("/" + view.path(), context -> rows(view, context));
            if (view.isTable()) {
                routes.get("/" + view.path() + "/{key}", context -> row(view, context));
            }
        }
        routes.error(404, BlotterHttp::unknownPath);
        routes.exception(QueryException.class, (e, context) -> error(context, 400, e));
        routes.exception(InvalidStateStoreException.class, (e, context) -> away(context, e));
        routes.exception(RegistryException.class, (e, context) -> error(context, 503, e));
        routes.exception(Exception.class, BlotterHttp::failed);
    }

    private void health(Context context) {
        context.status(standing.unready().isEmpty() ? 200 : 503);
        answer(context, standing.health()::write);
    }

    private void rows(View view, Context context) {
        Query query = Query.of(view, context.queryParamMap());
        requireReady();
        Tables.Answer answer = tables.rows(view, query);
        context.header(TOTAL_HEADER, Long.toString(answer.total()));
        answer(
                context,
                json -> {
                    json.writeStartArray();
                    for (Row row : answer.rows()) {
                        JsonRecords.write(row.record(), json);
                    }
                    json.writeEndArray();
                });
    }

    private void row(View view, Context context) {
        requireReady();
        String key = context.pathParam("key");
        tables.row(view, key)
                .ifPresentOrElse(
                        row -> answer(context, json -> JsonRecords.write(row.record(), json)),
                        () -> error(context, 404, "no " + key + " in " + view.path()));
    }

    /** Half an answer would look like a whole one. */
    private void requireReady() {
        standing.unready()
                .ifPresent(
                        why -> {
                            throw new InvalidStateStoreException(why);
                        });
    }

    /** Ours are objects already; what Javalin itself says of a path without a handler is text. */
    private static void unknownPath(Context context) {
        String type = context.res().getContentType();
        if (type != null && type.startsWith("application/json")) {
            return;
        }
        error(
                context,
                404,
                "no " + context.path() + " here: there are /health, "
                        + Arrays.stream(View.values())
                                .map(view -> "/" + view.path())
                                .collect(Collectors.joining(", ")));
    }

    private static void away(Context context, InvalidStateStoreException e) {
        error(context, 503, "the tables cannot be read now, try again: " + e.getMessage());
    }

    private static void failed(Exception e, Context context) {
        LOG.error("blotter: {} could not be answered", context.path(), e);
        error(context, 500, e.toString());
    }

    private static void error(Context context, int status, Exception e) {
        error(context, status, String.valueOf(e.getMessage()));
    }

    private static void error(Context context, int status, String line) {
        context.status(status);
        answer(
                context,
                json -> {
                    json.writeStartObject();
                    json.writeStringField("error", line);
                    json.writeEndObject();
                });
    }

    private static void answer(Context context, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            body.write(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        context.contentType("application/json");
        context.result(bytes.toByteArray());
    }

    @Override
    public void close() {
        server.stop();
    }
}
