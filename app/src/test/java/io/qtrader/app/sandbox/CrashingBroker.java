package io.qtrader.app.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A process that dies with a broker and an open transaction. */
final class CrashingBroker {

    private CrashingBroker() {
    }

    /** Arguments: the broker's directory, the topic. */
    public static void main(String[] args) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), LoopbackPort.free());
        Map<String, Object> cluster = Map.of("bootstrap.servers", broker.bootstrap());
        try (Admin admin = Admin.create(cluster)) {
            admin.createTopics(List.of(new NewTopic(args[1], 1, (short) 1))).all().get();
        }
        var producer = new KafkaProducer<>(Map.of("bootstrap.servers", broker.bootstrap(),
                "transactional.id", "dying", "transaction.timeout.ms", "1000"),
                new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(args[1], new byte[] {'?'})).get();
        Runtime.getRuntime().halt(9);
    }
}
