package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.KafkaJournal;
import io.qtrader.app.replay.Progress;
import io.qtrader.app.replay.Replay;
import io.qtrader.app.replay.Summary;
import io.qtrader.app.replay.file.FileJournal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtrader replay}: the journal once more, through the same core. */
@Command(
        name = "replay",
        description = {
            "Read the journal from its first entry through the same core as the live system,"
                    + " and say what it comes to. Writes nothing."
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Read the journal that `qtrader export` wrote, not the cluster's.")
    private Path file;

    @Override
    public Integer call() {
        try (Journal journal = journal()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("journal " + journal.journalid() + ", " + journal.name());
            Progress progress = new Progress(spec.commandLine().getErr(), journal.entries());
            Summary summary = Replay.all(journal, progress);
            summary.lines().forEach(out::println);
            out.println(progress.end());
            out.flush();
            return ExitCode.OK;
        }
    }

    private Journal journal() {
        return file != null ? new FileJournal(file) : new KafkaJournal(cluster.connection());
    }
}
