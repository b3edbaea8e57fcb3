package io.qtrader.app.sandbox;

import io.qtrader.app.CommandFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker in this process: KRaft, broker and controller in one, loopback only. What is in
 * its directory survives a restart.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE_ID = 1;
    private static final String CONTROLLER = "CONTROLLER";

    /** Kafka's own file: there once the directory is formatted. */
    private static final String FORMATTED = "meta.properties";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it serves.
     *
     * @param directory where its logs live; made and formatted where it is new
     * @param port port to listen on; must be free
     * @throws CommandFailure where it cannot start
     */
    public static EmbeddedBroker start(Path directory, int port) {
        try {
            boolean fresh = format(directory);
            EmbeddedBroker broker = serve(directory, port);
            if (!fresh) {
                broker.mend();
            }
            return broker;
        } catch (Exception e) {
            throw new CommandFailure("the embedded broker on port " + port + " with its data in "
                    + directory + " did not start (" + e.getMessage() + ")",
                    "is the directory writable, and no other process using it?", e);
        }
    }

    /** As Kafka does it: with what a crash has left, of this start or of one before a clean stop. */
    static EmbeddedBroker serve(Path directory, int port) {
        KafkaRaftServer server = new KafkaRaftServer(
                new KafkaConfig(settings(directory, port, LoopbackPort.free()), false),
                Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, port);
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrap() {
        return LoopbackPort.HOST + ":" + port;
    }

    /** Port that it listens on. */
    public int port() {
        return port;
    }

    /** Stops it; its logs are closed cleanly, so that the next start does not have to recover. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private void mend() throws ExecutionException, InterruptedException, IOException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            HangingTransactions.end(admin, port);
        }
    }

    /** Whether it was new. */
    private static boolean format(Path directory) throws Exception {
        if (Files.exists(directory.resolve(FORMATTED))) {
            return false;
        }
        createDirectory(directory);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(CONTROLLER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setDirectories(List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .run();
        return true;
    }

    private static void createDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new CommandFailure("cannot make the directory " + directory + " ("
                    + e.getMessage() + ")", "choose another with --data", e);
        }
    }

    private static Map<String, String> settings(Path directory, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>(small());
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", Integer.toString(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + LoopbackPort.HOST + ":" + controllerPort,
                "controller.listener.names", CONTROLLER,
                "listeners", "PLAINTEXT://" + LoopbackPort.HOST + ":" + port + ","
                        + CONTROLLER + "://" + LoopbackPort.HOST + ":" + controllerPort,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "inter.broker.listener.name", "PLAINTEXT",
                "log.dirs", directory.toString()));
        return settings;
    }

    /** One broker for one person: few threads, small internal topics, no waiting for others. */
    private static Map<String, String> small() {
        return Map.ofEntries(
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // A restore waits for a dead producer's transaction: abort it soon.
                Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500"),
                // After a crash, the next start waits until this one's session is over.
                Map.entry("broker.session.timeout.ms", "6000"),
                Map.entry("broker.heartbeat.interval.ms", "1000"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "2"),
                Map.entry("num.recovery.threads.per.data.dir", "2"),
                Map.entry("log.cleaner.threads", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                Map.entry("log.cleaner.io.buffer.size", "131072"),
                Map.entry("log.index.size.max.bytes", "1048576"));
    }
}
