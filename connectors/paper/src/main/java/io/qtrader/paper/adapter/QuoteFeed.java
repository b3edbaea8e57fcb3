package io.qtrader.paper.adapter;

import io.qtrader.client.AvroSerde;
import io.qtrader.client.ClientProperties;
import io.qtrader.client.Registry;
import io.qtrader.client.RegistryException;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import io.qtrader.client.UndecodableException;
import io.qtrader.paper.wire.Request.MarketQuote;
import io.qtrader.schemas.Quote;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the exchange a market: passes on the quotes topic, of every poll the newest per symbol. It
 * begins a little before the end, so that a market that has gone quiet is found too.
 */
final class QuoteFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QuoteFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long LOOK_BACK = 1_000;

    private final Map<String, Object> kafka;
    private final AvroSerde<Quote> serde;
    private final String topic;
    private final Consumer<MarketQuote> exchange;
    private final Map<String, MarketQuote> latest = new ConcurrentHashMap<>();
    private final Outage outage = new Outage(LOG, "quote feed", DeadMan::nowMs);
    private final Thread thread = new Thread(this::run, "paper-adapter-quotes");
    private volatile boolean closed;

    QuoteFeed(
            Map<String, ?> properties,
            TopicNames names,
            Registry registry,
            Consumer<MarketQuote> exchange) {
        kafka = ClientProperties.kafka(properties);
        kafka.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        kafka.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        this.serde = AvroSerde.of(registry, names, Topic.QUOTES, Quote.class);
        this.topic = names.of(Topic.QUOTES);
        this.exchange = exchange;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The newest quote of every symbol that was seen. */
    Collection<MarketQuote> latest() {
        return latest.values();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka)) {
            boolean placed = false;
            while (!closed) {
                try {
                    if (!placed) {
                        place(consumer);
                        placed = true;
                    }
                    pass(consumer.poll(POLL));
                    outage.works();
                } catch (KafkaException | RegistryException e) {
                    outage.failed(e);
                }
            }
        }
    }

    private void place(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition())).toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions).forEach(
                (p, end) -> consumer.seek(p, Math.max(begins.get(p), end - LOOK_BACK)));
    }

    private void pass(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, MarketQuote> newest = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                MarketQuote quote = market(serde.deserialize(record.value(), record.headers()));
                newest.put(quote.sym(), quote);
            } catch (UndecodableException e) {
                // The sequencer keeps it as a dead letter; a market goes on with the next quote.
                LOG.debug("{}: {}", topic, e.getMessage());
            }
        }
        latest.putAll(newest);
        newest.values().forEach(exchange);
    }

    private static MarketQuote market(Quote quote) {
        return new MarketQuote(quote.getSym(), price(quote.getBid()), price(quote.getAsk()),
                price(quote.getLast()), Math.max(0, quote.getBidsize()),
                Math.max(0, quote.getAsksize()));
    }

    /** What is no price is none. */
    private static double price(double value) {
        return value > 0 && value < Double.MAX_VALUE ? value : 0;
    }
}
