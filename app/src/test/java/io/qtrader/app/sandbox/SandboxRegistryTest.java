package io.qtrader.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol as clients speak it, over HTTP. */
class SandboxRegistryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String A = record("{'name':'x','type':'long'}");
    private static final String A_MORE =
            record("{'name':'x','type':'long'},{'name':'y','type':'long','default':0}");
    private static final String A_OTHER = record("{'name':'x','type':'string'}");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    private SandboxRegistry registry;

    @BeforeEach
    void start() {
        registry = SandboxRegistry.start(directory, 0);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void givesTheSameSchemaOneIdWhateverTheSubject() {
        assertThat(register("a", A)).isEqualTo(1);
        assertThat(register("a", A)).isEqualTo(1);
        assertThat(register("b", A)).isEqualTo(1);
        assertThat(register("a", A_MORE)).isEqualTo(2);

        assertThat(get("/subjects").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(get("/subjects/a/versions").toString()).isEqualTo("[1,2]");
        assertThat(get("/schemas/ids/1/versions").toString()).contains("\"a\"", "\"b\"");
        assertThat(get("/schemas/ids/1").path("schema").textValue()).isEqualTo(A);
    }

    @Test
    void findsVersionsByNumberAndTheLatest() {
        register("a", A);
        register("a", A_MORE);

        assertThat(get("/subjects/a/versions/1").path("id").intValue()).isEqualTo(1);
        assertThat(get("/subjects/a/versions/latest").path("version").intValue()).isEqualTo(2);
        JsonNode found = post("/subjects/a", A);
        assertThat(found.path("version").intValue()).isEqualTo(1);
        assertThat(found.path("subject").textValue()).isEqualTo("a");
        assertThat(found.path("schema").textValue()).isEqualTo(A);
    }

    @Test
    void refusesWhatIsNotCompatible() {
        register("a", A);

        JsonNode refusal = post("/subjects/a/versions", A_OTHER);
        assertThat(refusal.path("error_code").intValue()).isEqualTo(409);
        assertThat(refusal.path("message").textValue()).contains("\"a\"", "incompatible");
        assertThat(compatible("a", A_OTHER)).isFalse();
        assertThat(compatible("a", A_MORE)).isTrue();
        assertThat(compatible("new", A_OTHER)).isTrue();
    }

    @Test
    void letsTheCompatibilityLevelBeSet() {
        register("a", A);
        assertThat(get("/config").path("compatibilityLevel").textValue()).isEqualTo("BACKWARD");
        assertThat(code(get("/config/a"))).isEqualTo(40408);

        send("PUT", "/config/a", "{\"compatibility\":\"NONE\"}");

        assertThat(get("/config/a").path("compatibilityLevel").textValue()).isEqualTo("NONE");
        assertThat(register("a", A_OTHER)).isEqualTo(2);
        assertThat(code(send("PUT", "/config", "{\"compatibility\":\"SOME\"}"))).isEqualTo(42203);
    }

    @Test
    void answersWithConfluentsErrorCodes() {
        register("a", A);

        assertThat(code(get("/subjects/none/versions"))).isEqualTo(40401);
        assertThat(code(post("/subjects/none", A))).isEqualTo(40401);
        assertThat(code(get("/subjects/a/versions/9"))).isEqualTo(40402);
        assertThat(code(get("/subjects/a/versions/x"))).isEqualTo(42202);
        assertThat(code(post("/subjects/a", A_MORE))).isEqualTo(40403);
        assertThat(code(get("/schemas/ids/99"))).isEqualTo(40403);
        assertThat(code(post("/subjects/a/versions", "no schema"))).isEqualTo(42201);
        assertThat(code(send("POST", "/subjects/a/versions", "{}"))).isEqualTo(42201);
        assertThat(code(send("POST", "/subjects/a/versions", "{"))).isEqualTo(400);
        assertThat(code(get("/nothing/here"))).isEqualTo(404);
    }

    @Test
    void takesSubjectsWithASlashEncoded() {
        assertThat(register("a%2Fb", A)).isEqualTo(1);
        assertThat(get("/subjects").toString()).isEqualTo("[\"a/b\"]");
    }

    @Test
    void aRestartNumbersNothingAnew() {
        register("a", A);
        register("b", A_OTHER);
        send("PUT", "/config/a", "{\"compatibility\":\"FULL\"}");

        restart();

        assertThat(get("/schemas/ids/2").path("schema").textValue()).isEqualTo(A_OTHER);
        assertThat(register("b", A_OTHER)).isEqualTo(2);
        assertThat(register("a", A_MORE)).isEqualTo(3);
        assertThat(get("/config/a").path("compatibilityLevel").textValue()).isEqualTo("FULL");
    }

    @Test
    void forgetsALineThatACrashCutShort() throws IOException {
        register("a", A);
        Files.writeString(directory.resolve("schemas.jsonl"), "{\"subject\":\"b\",\"ver",
                StandardOpenOption.APPEND);

        restart();

        assertThat(get("/subjects").toString()).isEqualTo("[\"a\"]");
        assertThat(register("b", A_OTHER)).isEqualTo(2);
        restart();
        assertThat(get("/subjects").toString()).isEqualTo("[\"a\",\"b\"]");
    }

    private void restart() {
        registry.close();
        registry = SandboxRegistry.start(directory, 0);
    }

    private int register(String subject, String schema) {
        JsonNode answer = post("/subjects/" + subject + "/versions", schema);
        assertThat(answer.has("id")).as(answer.toString()).isTrue();
        return answer.path("id").intValue();
    }

    private boolean compatible(String subject, String schema) {
        return post("/compatibility/subjects/" + subject + "/versions/latest", schema)
                .path("is_compatible").booleanValue();
    }

    private static int code(JsonNode answer) {
        return answer.path("error_code").intValue();
    }

    private JsonNode get(String path) {
        return send("GET", path, "");
    }

    private JsonNode post(String path, String schema) {
        return send("POST", path, JSON.createObjectNode().put("schema", schema).toString());
    }

    private JsonNode send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("application/vnd.schemaregistry.v1+json");
            JsonNode json = JSON.readTree(answer.body());
            int status = json.has("error_code") ? Integer.parseInt(
                    json.path("error_code").asText().substring(0, 3)) : 200;
            assertThat(answer.statusCode()).isEqualTo(status);
            return json;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String record(String fields) {
        return ("{'type':'record','name':'A','fields':[" + fields + "]}").replace('\'', '"');
    }
}
