package io.qtrader.app.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.qtrader.app.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A schema registry in this process that speaks Confluent's HTTP protocol as far as their clients
 * in Java, Python and JavaScript need it for Avro. Loopback only; ids survive a restart.
 *
 * <p>It keeps its own {@link SchemaBook}: the registry client's mock, the other candidate, checks
 * no compatibility on registering and answers other error codes than a registry does.
 */
public final class SandboxRegistry implements AutoCloseable {

    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SchemaBook book;
    private final Javalin http;

    private SandboxRegistry(SchemaBook book, int port) {
        this.book = book;
        this.http = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.http.defaultContentType = CONTENT_TYPE;
            config.jetty.host = LoopbackPort.HOST;
            config.jetty.port = port;
            config.jetty.threadPool = new QueuedThreadPool(16, 2);
            subjects(config.routes);
            schemas(config.routes);
            configuration(config.routes);
            errors(config.routes);
        });
    }

    /**
     * Starts a registry and returns when it serves.
     *
     * @param directory where its schemas live; made where it is new
     * @param port port to listen on, 0 for any
     * @throws CommandFailure where it cannot start
     */
    public static SandboxRegistry start(Path directory, int port) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new CommandFailure("cannot make the directory " + directory + " ("
                    + e.getMessage() + ")", "choose another with --data", e);
        }
        SandboxRegistry registry =
                new SandboxRegistry(new SchemaBook(directory.resolve("schemas.jsonl")), port);
        registry.http.start();
        return registry;
    }

    /** What clients take as {@code schema.registry.url}. */
    public String url() {
        return "http://" + LoopbackPort.HOST + ":" + http.port();
    }

    @Override
    public void close() {
        http.stop();
        try {
            book.close();
        } catch (IOException e) {
            throw new CommandFailure("the registry's file did not close (" + e.getMessage() + ")",
                    "", e);
        }
    }

    private void subjects(RoutesConfig routes) {
        routes.get("/subjects", ctx -> reply(ctx, book.subjects()));
        routes.post("/subjects/{subject}",
                ctx -> reply(ctx, full(book.lookUp(subject(ctx), schemaIn(ctx)))));
        routes.get("/subjects/{subject}/versions", ctx -> reply(ctx,
                book.versionsOf(subject(ctx)).stream().map(SchemaBook.Version::version).toList()));
        routes.post("/subjects/{subject}/versions", ctx -> reply(ctx,
                Map.of("id", book.register(subject(ctx), schemaIn(ctx)).id())));
        routes.get("/subjects/{subject}/versions/{version}",
                ctx -> reply(ctx, full(version(ctx))));
        routes.get("/subjects/{subject}/versions/{version}/schema",
                ctx -> ctx.contentType(CONTENT_TYPE).result(version(ctx).schema()));
    }

    private void schemas(RoutesConfig routes) {
        routes.get("/schemas/types", ctx -> reply(ctx, List.of("AVRO")));
        routes.get("/schemas/ids/{id}",
                ctx -> reply(ctx, Map.of("schema", book.schema(id(ctx)))));
        routes.get("/schemas/ids/{id}/schema",
                ctx -> ctx.contentType(CONTENT_TYPE).result(book.schema(id(ctx))));
        routes.get("/schemas/ids/{id}/subjects", ctx -> reply(ctx,
                book.versionsOfId(id(ctx)).stream().map(SchemaBook.Version::subject).toList()));
        routes.get("/schemas/ids/{id}/versions", ctx -> reply(ctx,
                book.versionsOfId(id(ctx)).stream().map(
                        v -> Map.of("subject", v.subject(), "version", v.version())).toList()));
    }

    private void configuration(RoutesConfig routes) {
        routes.get("/", ctx -> reply(ctx, Map.of()));
        routes.get("/mode", ctx -> reply(ctx, Map.of("mode", "READWRITE")));
        routes.get("/config", ctx -> reply(ctx, level(book.level())));
        routes.put("/config", ctx -> putLevel(ctx, null));
        routes.get("/config/{subject}", ctx -> reply(ctx, level(book.level(subject(ctx),
                "true".equals(ctx.queryParam("defaultToGlobal"))))));
        routes.put("/config/{subject}", ctx -> putLevel(ctx, subject(ctx)));
        routes.post("/compatibility/subjects/{subject}/versions", this::compatibility);
        routes.post("/compatibility/subjects/{subject}/versions/latest", this::compatibility);
    }

    private static void errors(RoutesConfig routes) {
        routes.exception(RegistryRefusal.class,
                (e, ctx) -> refuse(ctx, e.status(), e.code(), e.getMessage()));
        routes.exception(Exception.class,
                (e, ctx) -> refuse(ctx, 500, 50001, "Error in the sandbox's registry: " + e));
        routes.error(404, ctx -> {
            if (!CONTENT_TYPE.equals(ctx.res().getContentType())) {
                refuse(ctx, 404, 404, "HTTP 404 Not Found");
            }
        });
    }

    private void putLevel(Context ctx, String subject) {
        JsonNode level = body(ctx).path("compatibility");
        if (!level.isTextual()) {
            throw RegistryRefusal.invalidLevel(level.toString());
        }
        Compatibility wanted = Compatibility.named(level.textValue());
        book.level(subject, wanted);
        reply(ctx, Map.of("compatibility", wanted));
    }

    private void compatibility(Context ctx) {
        List<String> faults = book.faults(subject(ctx), schemaIn(ctx));
        reply(ctx, "true".equals(ctx.queryParam("verbose"))
                ? Map.of("is_compatible", faults.isEmpty(), "messages", faults)
                : Map.of("is_compatible", faults.isEmpty()));
    }

    private SchemaBook.Version version(Context ctx) {
        return book.version(subject(ctx), ctx.pathParam("version"));
    }

    private static String subject(Context ctx) {
        return ctx.pathParam("subject");
    }

    private static int id(Context ctx) {
        try {
            return Integer.parseInt(ctx.pathParam("id"));
        } catch (NumberFormatException e) {
            throw RegistryRefusal.schemaNotFound(ctx.pathParam("id"));
        }
    }

    private static String schemaIn(Context ctx) {
        JsonNode body = body(ctx);
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw RegistryRefusal.invalidSchema("the sandbox takes AVRO only, not " + type);
        }
        if (!body.path("references").isEmpty()) {
            throw RegistryRefusal.invalidSchema(
                    "the sandbox takes no references: write the named types into the schema");
        }
        if (!body.path("schema").isTextual()) {
            throw RegistryRefusal.invalidSchema("\"schema\" is missing");
        }
        return body.path("schema").textValue();
    }

    private static JsonNode body(Context ctx) {
        try {
            return JSON.readTree(ctx.bodyAsBytes());
        } catch (JsonProcessingException e) {
            throw RegistryRefusal.badRequest("the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw RegistryRefusal.badRequest("the body cannot be read: " + e.getMessage());
        }
    }

    private static Map<String, Object> full(SchemaBook.Version v) {
        return Map.of("subject", v.subject(), "version", v.version(), "id", v.id(),
                "schema", v.schema());
    }

    private static Map<String, Object> level(Compatibility level) {
        return Map.of("compatibilityLevel", level);
    }

    private static void refuse(Context ctx, int status, int code, String message) {
        reply(ctx.status(status), Map.of("error_code", code, "message", message));
    }

    private static void reply(Context ctx, Object answer) {
        try {
            ctx.contentType(CONTENT_TYPE).result(JSON.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + answer, e);
        }
    }
}
