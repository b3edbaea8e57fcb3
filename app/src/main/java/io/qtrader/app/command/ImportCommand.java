package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.cluster.Installation;
import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.Progress;
import io.qtrader.app.replay.file.EmptyTopics;
import io.qtrader.app.replay.file.FileJournal;
import io.qtrader.app.replay.file.Import;
import io.qtrader.client.TopicPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtrader import}: an exported journal on a cluster that has none. */
@Command(
        name = "import",
        description = {
            "Create the topics and write an exported journal into them, instead of"
                    + " `topics create`: it keeps its identity, partitions and offsets.",
            "Refused where journal or outputs hold anything, or the file is damaged."
        })
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(index = "0", paramLabel = "FILE", description = "What `qtrader export` wrote.")
    private Path file;

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

    @Override
    public Integer call() {
        try (Journal journal = new FileJournal(file)) {
            Connection connection = cluster.connection().reached();
            TopicPlan plan = plan(connection, journal.partitions());
            EmptyTopics.require(connection);
            Import.check(journal);
            Installation.makeWithoutJournal(connection, plan);
            Progress progress = new Progress(spec.commandLine().getErr(), journal.entries());
            try (Import target = new Import(connection)) {
                target.write(journal, progress);
            }
            PrintWriter out = spec.commandLine().getOut();
            out.printf("%s -> journal %s, %d partitions of %sjournal on %s%n%s%n", file,
                    journal.journalid(), journal.partitions(), connection.names().prefix(),
                    connection.bootstrap(), progress.end());
            out.flush();
            return ExitCode.OK;
        }
    }

    private TopicPlan plan(Connection connection, int partitions) {
        Map<String, Object> config = new HashMap<>(connection.properties());
        config.put(TopicPlan.PARTITIONS_KEY, partitions);
        if (replication != null) {
            config.put(TopicPlan.REPLICATION_KEY, replication);
        }
        return TopicPlan.of(config, dev);
    }
}
