package io.qtrader.app.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.TransactionResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends transactions that would stay open for ever. A broker that comes back after a crash ends what
 * its dead producers had open, but for a moment knows no leader of the partitions concerned; Kafka
 * 4.3.1 then takes these for deleted, writes no marker, and forgets the transaction (KAFKA-20734).
 * Whoever reads committed records, or restores state, would wait there for ever.
 */
final class HangingTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(HangingTransactions.class);

    private static final int ATTEMPTS = 100;
    private static final int WAIT_MS = 100;

    private record Open(TopicPartition partition, ProducerState producer) {

        /** What stays the same for as long as it is open. */
        List<Object> identity() {
            return List.of(partition, producer.producerId(),
                    producer.currentTransactionStartOffset().orElseThrow());
        }
    }

    private HangingTransactions() {
    }

    /**
     * Ends those that are open in a partition and not at their coordinator, as it has ended them.
     * One that its coordinator still has is looked at again until it is ended: the coordinator may
     * be just about to forget it.
     *
     * @param admin of the broker
     * @param port of the broker
     */
    static void end(Admin admin, int port)
            throws ExecutionException, InterruptedException, IOException {
        List<Open> open = open(admin);
        Set<List<Object>> first = open.stream().map(Open::identity).collect(Collectors.toSet());
        for (int i = 0; i < ATTEMPTS && !open.isEmpty(); i++) {
            if (!endForgotten(open, known(admin, open), port)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(WAIT_MS);
            open = open(admin);
            // What has begun since is alive, and none of ours.
            open.removeIf(each -> !first.contains(each.identity()));
        }
        open.forEach(each -> LOG.warn("a transaction of producer {} is open in {}: who reads"
                + " committed records there waits until it times out",
                each.producer().producerId(), each.partition()));
    }

    /** Whether there are others, which their coordinator still has. */
    private static boolean endForgotten(
            List<Open> open, List<TransactionDescription> known, int port)
            throws IOException, InterruptedException {
        boolean others = false;
        for (Open each : open) {
            if (known.stream().anyMatch(transaction -> covers(transaction, each))) {
                others = true;
            } else {
                end(each, result(each, known), port);
            }
        }
        return others;
    }

    private static void end(Open open, TransactionResult result, int port)
            throws IOException, InterruptedException {
        ProducerState producer = open.producer();
        Errors error = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            error = TransactionMarker.write(port, open.partition(), producer.producerId(),
                    (short) producer.producerEpoch(), producer.coordinatorEpoch().orElse(0),
                    result);
            if (!(error.exception() instanceof RetriableException)) {
                break;
            }
            // The partition's leader is still settling in.
            TimeUnit.MILLISECONDS.sleep(WAIT_MS);
        }
        if (error == Errors.NONE) {
            LOG.info("a crash left a transaction of producer {} open in {}: {}",
                    producer.producerId(), open.partition(), result);
        } else if (error != Errors.INVALID_PRODUCER_EPOCH) {
            // An epoch that is over says that the coordinator has ended it since we looked.
            throw error.exception("a transaction that a crash left open in " + open.partition()
                    + " cannot be ended: " + error);
        }
    }

    /** What its coordinator made of it; with every transaction, the epoch rises by one at most. */
    private static TransactionResult result(Open open, List<TransactionDescription> known) {
        return known.stream()
                .filter(transaction -> transaction.producerId() == open.producer().producerId())
                .filter(transaction ->
                        transaction.producerEpoch() <= open.producer().producerEpoch() + 1)
                .anyMatch(transaction -> transaction.state() == TransactionState.COMPLETE_COMMIT)
                ? TransactionResult.COMMIT : TransactionResult.ABORT;
    }

    private static List<Open> open(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names()
                .get();
        List<TopicPartition> partitions = admin.describeTopics(topics).allTopicNames().get()
                .values().stream().flatMap(topic -> topic.partitions().stream()
                        .map(p -> new TopicPartition(topic.name(), p.partition()))).toList();
        Map<TopicPartition, PartitionProducerState> states =
                admin.describeProducers(partitions).all().get();
        List<Open> open = new ArrayList<>();
        states.forEach((partition, state) -> state.activeProducers().stream()
                .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                .forEach(producer -> open.add(new Open(partition, producer))));
        return open;
    }

    private static List<TransactionDescription> known(Admin admin, List<Open> open)
            throws ExecutionException, InterruptedException {
        Set<Long> producers =
                open.stream().map(o -> o.producer().producerId()).collect(Collectors.toSet());
        List<String> ids = admin.listTransactions(
                        new ListTransactionsOptions().filterProducerIds(producers)).all().get()
                .stream().map(TransactionListing::transactionalId).toList();
        return List.copyOf(admin.describeTransactions(ids).all().get().values());
    }

    private static boolean covers(TransactionDescription transaction, Open open) {
        return transaction.producerId() == open.producer().producerId()
                && transaction.topicPartitions().contains(open.partition());
    }
}
