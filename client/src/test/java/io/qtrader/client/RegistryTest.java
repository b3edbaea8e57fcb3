package io.qtrader.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.client.FakeRegistry.Answer;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Intent;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {

    private static final String SUBJECT = "qtrader.intents-value";

    private FakeRegistry server;
    private Registry registry;

    @BeforeEach
    void start() throws Exception {
        server = new FakeRegistry();
        registry = new Registry(server.config());
    }

    @AfterEach
    void stop() {
        registry.close();
        server.close();
    }

    @Test
    void registersOnceWithoutWhatOnlyJavaNeeds() {
        int id = registry.register(SUBJECT, Intent.getClassSchema());

        assertThat(registry.register(SUBJECT, Intent.getClassSchema())).isEqualTo(id);
        assertThat(server.requests).containsExactly("POST /subjects/" + SUBJECT + "/versions");
        assertThat(server.schemas.get(0))
                .doesNotContain("avro.java.string")
                .contains("{\"name\":\"sym\",\"type\":\"string\",\"doc\":");
    }

    @Test
    void findsASchemaByIdAndAsksOnce() {
        int id = server.add("{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}");

        assertThat(registry.schemaById(id).getFullName()).isEqualTo("R");
        assertThat(registry.schemaById(id)).isSameAs(registry.schemaById(id));
        assertThat(server.requests).containsExactly("GET /schemas/ids/1");
    }

    @Test
    void readsWhatALessStrictAvroHasRegistered() {
        String text =
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":"
                        + "[{\"name\":\"x\",\"type\":[\"null\",\"int\"],\"default\":null,"
                        + "\"custom\":{\"a\":[1]}}]}";

        assertThat(registry.schemaById(server.add(text)).getFields()).hasSize(1);
    }

    @Test
    void asksAgainForAnIdThatWasNotThere() {
        assertThatThrownBy(() -> registry.schemaById(1))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessage("schema registry at " + server.url() + " knows no schema 1");

        server.add("{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}");

        assertThat(registry.schemaById(1).getFullName()).isEqualTo("R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\"}",
                "{\"schema\":\"{\\\"type\\\":\\\"nonsense\\\"}\"}",
                "{\"schema\":\"\"}"
            })
    void takesASchemaThatIsNotAvroForUnknown(String body) {
        server.nextReads.add(new Answer(200, body));

        assertThatThrownBy(() -> registry.schemaById(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("schema 7 ")
                .hasMessageContaining("is not Avro");
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "429"})
    void sendsAwayForNowWhatTheServerCannotDoNow(int status) {
        server.nextReads.add(new Answer(status, "busy"));
        server.nextWrites.add(new Answer(status, "{\"error_code\":50001,\"message\":\"busy\"}"));

        assertThatThrownBy(() -> registry.schemaById(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("HTTP " + status);
        assertThatThrownBy(() -> registry.register(SUBJECT, Intent.getClassSchema()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(server.url());
        // And later it is done.
        assertThat(registry.register(SUBJECT, Intent.getClassSchema())).isEqualTo(1);
    }

    @Test
    void aServerThatIsNotThereIsForLaterAndNamedWithoutItsPassword() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String url = "http://user:secret@127.0.0.1:" + port;
        try (Registry nobody = new Registry(Map.of(Registry.URL_KEY, url))) {
            assertThatThrownBy(() -> nobody.schemaById(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("http://127.0.0.1:" + port + " cannot be reached")
                    .hasMessageContaining("check that it runs, and schema.registry.url");
            assertThatThrownBy(() -> nobody.register(SUBJECT, Intent.getClassSchema()))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void doesNotWaitForEverForASlowServer() {
        server.stalled = new CountDownLatch(1);
        Map<String, Object> config = new HashMap<>(server.config());
        config.put("http.read.timeout.ms", "200");
        try (Registry impatient = new Registry(config)) {
            assertThatThrownBy(() -> impatient.schemaById(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("SocketTimeoutException");
        }
    }

    @Test
    void tellsTheServersWordsWhenASchemaIsIncompatible() {
        String words = "READER_FIELD_MISSING_DEFAULT_VALUE: sym";
        server.nextWrites.add(
                new Answer(409, "{\"error_code\":409,\"message\":\"" + words + "\"}"));

        assertThatThrownBy(() -> registry.register(SUBJECT, Intent.getClassSchema()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining(words)
                .hasMessageContaining(SUBJECT);
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void namesTheUsersSettingWhenTheServerLetsNobodyIn(int status) {
        Answer no = new Answer(status, "{\"error_code\":40101,\"message\":\"Unauthorized\"}");
        server.nextReads.add(no);
        server.nextWrites.add(no);
        server.nextWrites.add(no);

        assertThatThrownBy(() -> registry.schemaById(1))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("basic.auth.user.info");
        assertThatThrownBy(() -> registry.register(SUBJECT, Intent.getClassSchema()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("basic.auth.user.info");
    }

    @Test
    void aUserWhoMayOnlyReadGetsTheIdOfWhatIsThere() {
        server.add(SchemaText.portable(ChildOrder.getClassSchema()));
        server.add(SchemaText.portable(Intent.getClassSchema()));
        server.nextWrites.add(new Answer(403, "{\"error_code\":40301,\"message\":\"read only\"}"));

        assertThat(registry.register(SUBJECT, Intent.getClassSchema())).isEqualTo(2);
    }

    @Test
    void anAddressThatIsNoRegistryIsRefusedNotWaitedFor() {
        server.nextReads.add(new Answer(404, "<html>not found</html>"));

        assertThatThrownBy(() -> registry.schemaById(1))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("is no schema registry")
                .hasMessageContaining("check schema.registry.url");
    }

    @Test
    void logsInWithTheUsualSettings() {
        Map<String, Object> config = new HashMap<>(server.config());
        config.put("basic.auth.credentials.source", "USER_INFO");
        config.put("basic.auth.user.info", "user:secret");
        try (Registry withUser = new Registry(config)) {
            withUser.register(SUBJECT, Intent.getClassSchema());
        }

        // "user:secret" in base 64.
        assertThat(server.authorizations).containsExactly("Basic dXNlcjpzZWNyZXQ=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "registry:8081", "ftp://registry", "nonsense"})
    void refusesAnAddressThatIsNone(String url) {
        assertThatThrownBy(() -> new Registry(Map.of(Registry.URL_KEY, url)))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("schema.registry.url")
                .hasMessageContaining("as in http://registry:8081");
    }
}
