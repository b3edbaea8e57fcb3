package io.qtrader.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.app.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ClusterOptionsTest {

    @Command
    private static final class Any {
        @Mixin
        private ClusterOptions cluster;
    }

    @TempDir
    private Path data;

    @Test
    void takesTheRunningUpWhereNothingIsNamed() {
        running(ProcessHandle.current().pid());

        Connection connection = parsed();

        assertThat(connection.bootstrap()).isEqualTo("127.0.0.1:9");
        assertThat(connection.properties()).containsEntry("schema.registry.url", "http://r:1");
        assertThat(connection.names().prefix()).isEqualTo("mine.");
        assertThat(connection.blotter()).hasValue("http://b:2");
    }

    @Test
    void takesNothingFromAnUpThatHasDied() {
        running(Long.MAX_VALUE);

        assertThatThrownBy(this::parsed).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no cluster is named")
                .hasMessageContaining(data.toString())
                .hasMessageContaining("--bootstrap");
    }

    @Test
    void flagsWinOverTheFile() throws IOException {
        Path config = Files.writeString(data.resolve("c.properties"), """
                bootstrap.servers=file:1
                schema.registry.url=http://file:2
                linger.ms = 7
                """);

        Connection connection =
                parsed("--config", config.toString(), "--bootstrap", "flag:1", "--prefix", "p.");

        assertThat(connection.bootstrap()).isEqualTo("flag:1");
        assertThat(connection.kafka(Map.of("linger.ms", "0", "acks", "all")))
                .containsEntry("linger.ms", "7").containsEntry("acks", "all")
                .doesNotContainKey("schema.registry.url").doesNotContainKey("qtrader.prefix");
        assertThat(connection.properties()).containsEntry("schema.registry.url", "http://file:2");
        assertThat(connection.names().prefix()).isEqualTo("p.");
    }

    @Test
    void aNamedClusterTakesNothingFromARunningUp() {
        running(ProcessHandle.current().pid());

        Connection connection = parsed("--bootstrap", "other:1");

        assertThat(connection.properties()).doesNotContainKey("schema.registry.url");
        assertThatThrownBy(connection::registry).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--registry");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatThrownBy(() -> parsed("--config", "none.properties"))
                .isInstanceOf(CommandFailure.class).hasMessageContaining("none.properties");
    }

    @Test
    void findsOutInSecondsThatNoBrokerIsThere() {
        Connection connection = parsed("--bootstrap", "127.0.0.1:1");

        assertThatThrownBy(connection::reached).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no Kafka broker answers at 127.0.0.1:1");
    }

    @Test
    void oneProcessAtATimeHoldsADataDirectory() throws IOException {
        DataDirectory directory = new DataDirectory(data);
        running(4711);
        try (var held = directory.hold()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(directory::hold).isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("process 4711").hasMessageContaining("--data");
        }
        directory.hold().close();
    }

    private void running(long pid) {
        new Endpoints("127.0.0.1:9", "http://r:1", "http://b:2", "127.0.0.1:3", "mine.", pid)
                .write(data.resolve("endpoints"));
    }

    private Connection parsed(String... args) {
        Any any = new Any();
        CommandLine line = new CommandLine(any);
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 2, args.length);
        all[0] = "--data";
        all[1] = data.toString();
        line.parseArgs(all);
        return any.cluster.connection();
    }
}
