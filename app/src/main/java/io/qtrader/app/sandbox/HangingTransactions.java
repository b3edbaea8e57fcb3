package io.qtrader.app.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends transactions that would stay open for ever. A broker that comes back after a crash aborts
 * what its dead producers had open, but for a moment knows no leader of the partitions concerned;
 * Kafka 4.3.1 then takes these for deleted, writes no marker, and forgets the transaction
 * (KAFKA-20734). Whoever reads committed records, or restores state, would wait there for ever.
 */
final class HangingTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(HangingTransactions.class);

    private record Open(TopicPartition partition, ProducerState producer) {
    }

    private HangingTransactions() {
    }

    /** Aborts those that are open in a partition and that their coordinator knows nothing of. */
    static void abort(Admin admin) throws ExecutionException, InterruptedException {
        List<Open> open = open(admin);
        if (open.isEmpty()) {
            return;
        }
        Set<Long> producers =
                open.stream().map(o -> o.producer().producerId()).collect(Collectors.toSet());
        List<TransactionDescription> known = known(admin, producers);
        for (Open each : open) {
            if (known.stream().noneMatch(transaction -> covers(transaction, each))) {
                LOG.info("a crash left a transaction of producer {} open in {}: aborted",
                        each.producer().producerId(), each.partition());
                admin.abortTransaction(new AbortTransactionSpec(each.partition(),
                        each.producer().producerId(), (short) each.producer().producerEpoch(),
                        each.producer().coordinatorEpoch().orElse(0))).all().get();
            }
        }
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

    private static List<TransactionDescription> known(Admin admin, Set<Long> producers)
            throws ExecutionException, InterruptedException {
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
