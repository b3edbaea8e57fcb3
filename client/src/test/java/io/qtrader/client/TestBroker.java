package io.qtrader.client;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.awaitility.Awaitility;

/** One real broker for all tests of this module; each test has its own prefix on it. */
final class TestBroker {

    private static final TestBroker ONLY = new TestBroker();

    private final String bootstrap;

    private TestBroker() {
        try {
            List<Integer> ports = freePorts();
            Path directory = Files.createTempDirectory("qtrader-broker");
            format(directory);
            KafkaConfig config = new KafkaConfig(settings(directory, ports), false);
            KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
            server.startup();
            bootstrap = "127.0.0.1:" + ports.get(0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
        } catch (Exception e) {
            throw new IllegalStateException("the test broker did not start", e);
        }
    }

    /** Kafka's properties to reach it. */
    static Map<String, Object> config() {
        return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, ONLY.bootstrap);
    }

    static String bootstrap() {
        return ONLY.bootstrap;
    }

    /** Makes topics of an installation, and returns when they can be used. */
    static void create(TopicNames names, int partitions, Topic... topics) {
        List<NewTopic> wanted =
                Arrays.stream(topics)
                        .map(t -> topic(names.of(t), partitions))
                        .toList();
        try (Admin admin = Admin.create(config())) {
            admin.createTopics(wanted).all().get();
            Set<String> all = wanted.stream().map(NewTopic::name).collect(Collectors.toSet());
            Awaitility.await().until(() -> admin.listTopics().names().get().containsAll(all));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("topics were not made", e);
        }
    }

    /** Tests write records of long ago; retention must not take them away meanwhile. */
    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1).configs(Map.of("retention.ms", "-1"));
    }

    private static void format(Path directory) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setDirectories(List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .run();
    }

    private static Map<String, String> settings(Path directory, List<Integer> ports) {
        String controller = "127.0.0.1:" + ports.get(1);
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:" + ports.get(0) + ",CONTROLLER://" + controller),
                Map.entry(
                        "listener.security.protocol.map",
                        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("log.dirs", directory.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("log.index.size.max.bytes", "1048576"),
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"));
    }

    private static List<Integer> freePorts() throws Exception {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    private static void stop(KafkaRaftServer server, Path directory) {
        server.shutdown();
        server.awaitShutdown();
        try (var files = Files.walk(directory)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(f -> f.toFile().delete());
        } catch (Exception e) {
            throw new IllegalStateException("the test broker left files in " + directory, e);
        }
    }
}
