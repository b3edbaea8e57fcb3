package io.qtrader.app.paper;

import io.qtrader.app.cluster.Connection;
import io.qtrader.app.sandbox.Sandbox;
import io.qtrader.client.AvroSerde;
import io.qtrader.client.ChildOrderHeader;
import io.qtrader.client.Registry;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicPlan;
import io.qtrader.client.TopicSetup;
import io.qtrader.client.UndecodableException;
import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.Inflight;
import io.qtrader.schemas.OrderStatus;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Stands where the Oms stands: writes child-orders and quotes, reads executions. */
final class Desk implements AutoCloseable {

    private final Connection connection;
    private final Registry registry;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Execution> executions = new ArrayList<>();
    private long counter;

    Desk(Sandbox sandbox, String prefix) {
        connection = sandbox.connection(prefix);
        registry = connection.registry();
        try (Admin admin = connection.admin()) {
            new TopicSetup(admin, new TopicPlan(connection.names(), 1, 1, true),
                    connection.bootstrap()).create();
        }
        producer = new KafkaProducer<>(connection.kafka(Map.of()), new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(connection.kafka(Map.of()), new StringDeserializer(),
                new ByteArrayDeserializer());
        TopicPartition partition = new TopicPartition(connection.names().of(Topic.EXECUTIONS), 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    Map<String, String> properties() {
        return connection.properties();
    }

    void quote(double bid, double ask) throws Exception {
        Quote quote = Quote.newBuilder().setTime(Instant.now()).setSym("AAPL").setBid(bid)
                .setAsk(ask).setBidsize(1000).setAsksize(1000).build();
        byte[] value = AvroSerde.of(registry, connection.names(), Topic.QUOTES, Quote.class)
                .serialize(quote);
        producer.send(new ProducerRecord<>(connection.names().of(Topic.QUOTES), "AAPL", value))
                .get();
    }

    void instruct(ChildAction action, long childid, int request, double price, long size)
            throws Exception {
        instruct("paper", action, childid, request, price, size);
    }

    void instruct(String broker, ChildAction action, long childid, int request, double price,
            long size) throws Exception {
        ChildOrder order = ChildOrder.newBuilder().setChildid(childid).setOrderid(childid)
                .setBrokerid(broker).setVenue("").setSym("AAPL").setSide(Side.BUY)
                .setPrice(price).setSize(size).setStatus(OrderStatus.NEW).setSent(Instant.now())
                .setLastupdate(Instant.now()).setAction(action).setRequest(request)
                .setInflight(Inflight.NONE).build();
        byte[] value = AvroSerde
                .of(registry, connection.names(), Topic.CHILD_ORDERS, ChildOrder.class)
                .serialize(order);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                connection.names().of(Topic.CHILD_ORDERS), Long.toString(childid), value);
        counter++;
        new ChildOrderHeader(new Seq("journal", counter, 0), counter, counter)
                .addTo(record.headers());
        producer.send(record).get();
    }

    /** An instruction is missing. */
    void skip() {
        counter++;
    }

    /** All executions so far: `FILL 1/0 50/50` is child id, request, cumqty, leavesqty. */
    List<String> said() {
        AvroSerde<Execution> serde =
                AvroSerde.of(registry, connection.names(), Topic.EXECUTIONS, Execution.class);
        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
            try {
                Execution e = serde.deserialize(record.value());
                if (!record.key().equals(Long.toString(e.getChildid()))) {
                    throw new IllegalStateException("key " + record.key() + " of " + e);
                }
                executions.add(e);
            } catch (UndecodableException e) {
                throw new IllegalStateException(e);
            }
        });
        return executions.stream().map(e -> e.getType() + " " + e.getChildid() + "/"
                + e.getRequest() + " " + e.getCumqty() + "/" + e.getLeavesqty()).toList();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        registry.close();
    }
}
