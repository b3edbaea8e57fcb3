package io.qtrader.app.command;

import io.qtrader.app.cluster.Connection;
import io.qtrader.client.TopicPlan;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The flags that say how topics are to be. */
final class TopicOptions {

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of the journal and of the outputs; never changes."
                    + " Default: qtrader.partitions in --config, or 4")
    private Integer partitions;

    @Option(
            names = "--replication",
            paramLabel = "N",
            description = "Copies of each partition. Default: qtrader.replication in --config,"
                    + " or 3, with --dev 1")
    private Integer replication;

    @Option(
            names = "--dev",
            description = "A cluster without copies is good enough: it may lose data.")
    private boolean dev;

    TopicPlan plan(Connection connection) {
        Map<String, Object> config = new HashMap<>(connection.properties());
        if (partitions != null) {
            config.put(TopicPlan.PARTITIONS_KEY, partitions);
        }
        if (replication != null) {
            config.put(TopicPlan.REPLICATION_KEY, replication);
        }
        return TopicPlan.of(config, dev);
    }
}
