package io.qtrader.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.app.CommandFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedBrokerIT {

    private static final TopicPartition PARTITION = new TopicPartition("kept", 0);

    @TempDir
    private Path directory;

    @Test
    void keepsItsDataThroughARestartOnAnotherPort() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, LoopbackPort.free())) {
            create(broker, PARTITION.topic());
            write(broker, "before");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, LoopbackPort.free())) {
            assertThat(readOne(broker)).isEqualTo("before");
            write(broker, "after");
        }
    }

    @Test
    void endsATransactionThatACrashLeftOpen() throws Exception {
        crash();

        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, LoopbackPort.free())) {
            write(broker, "after");
            assertThat(readOne(broker)).isEqualTo("after");
        }
    }

    @Test
    void endsATransactionThatACrashLeftOpenBeforeACleanStop() throws Exception {
        crash();
        EmbeddedBroker.serve(directory, LoopbackPort.free()).close();

        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, LoopbackPort.free())) {
            write(broker, "after");
            assertThat(readOne(broker)).isEqualTo("after");
        }
    }

    private void crash() throws Exception {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), CrashingBroker.class.getName(),
                directory.toString(), PARTITION.topic()).inheritIO().start();
        assertThat(process.waitFor()).isEqualTo(9);
    }

    @Test
    void makesNoTopicThatNobodyCreated() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, LoopbackPort.free());
                Admin admin = admin(broker)) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("none")).allTopicNames().get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void saysThatAPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1,
                InetAddress.getByName(LoopbackPort.HOST))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> LoopbackPort.given(port, "the broker", "--port"))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("port " + port).hasMessageContaining("in use")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void saysThatANumberIsNoPort() {
        for (int port : List.of(-1, 65536)) {
            assertThatThrownBy(() -> LoopbackPort.given(port, "the broker", "--port"))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessage("port " + port + ", wanted for the broker, is none: choose 1 to"
                            + " 65535 with --port, or 0 for any free one");
        }
    }

    private static void create(EmbeddedBroker broker, String topic) throws Exception {
        try (Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrap()));
    }

    private static void write(EmbeddedBroker broker, String text) throws Exception {
        try (var producer = new KafkaProducer<byte[], byte[]>(
                Map.of("bootstrap.servers", broker.bootstrap()), new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(),
                    text.getBytes(StandardCharsets.UTF_8))).get();
        }
    }

    private static String readOne(EmbeddedBroker broker) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap(),
                        "isolation.level", "read_committed"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            // An aborted transaction's records end a poll without giving any.
            return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                var records = consumer.poll(Duration.ofSeconds(1)).iterator();
                return records.hasNext() ? text(records.next().value()) : null;
            }, Objects::nonNull);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
