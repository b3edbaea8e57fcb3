package io.qtrader.app.cluster;

import io.qtrader.app.CommandFailure;
import io.qtrader.client.ClusterException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Waits for new topics: the controller has made them before the brokers have heard of them. */
final class NewTopics {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int PAUSE_MS = 50;

    private NewTopics() {
    }

    /**
     * Returns when every partition of these topics has a leader, as a broker sees it.
     *
     * @throws CommandFailure where that takes too long
     */
    static void await(Admin admin, List<String> topics, String bootstrap) {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            while (!led(admin, topics)) {
                if (System.nanoTime() > end) {
                    throw new CommandFailure("new topics had no leader after "
                            + LONGEST.toSeconds() + " s", "are enough brokers of " + bootstrap
                            + " up? Then run `qtrader topics create` again");
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (ExecutionException e) {
            throw ClusterException.of("new topics were not looked at", bootstrap, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ClusterException.of("new topics were not looked at", bootstrap, e);
        }
    }

    private static boolean led(Admin admin, List<String> topics)
            throws ExecutionException, InterruptedException {
        try {
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .map(TopicDescription::partitions).flatMap(Collection::stream)
                    .allMatch(partition -> partition.leader() != null
                            && !partition.leader().isEmpty());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }
}
