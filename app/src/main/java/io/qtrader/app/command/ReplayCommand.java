package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.KafkaJournal;
import io.qtrader.app.replay.Progress;
import io.qtrader.app.replay.Replay;
import io.qtrader.app.replay.file.FileJournal;
import io.qtrader.app.replay.verify.KafkaOutputs;
import io.qtrader.app.replay.verify.Outputs;
import io.qtrader.app.replay.verify.Report;
import io.qtrader.app.replay.verify.Verification;
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
        },
        footer = {
            "",
            "Exit codes: 0 done, with --verify clean; 1 failed, with --verify different."
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

    @Option(
            names = "--verify",
            description = "Compare every committed output record with what the journal makes.")
    private boolean verify;

    @Override
    public Integer call() {
        return verify ? verified() : replayed();
    }

    private int replayed() {
        try (Journal journal = journal()) {
            Progress progress = begin(journal);
            Replay.all(journal, progress).lines().forEach(out()::println);
            out().println(progress.end());
            out().flush();
            return ExitCode.OK;
        }
    }

    private int verified() {
        // Outputs first: the journal that made them must not end before they do.
        try (Outputs outputs = new KafkaOutputs(cluster.connection()); Journal journal = journal()) {
            Progress progress = begin(journal);
            Report report = new Verification(journal, outputs, file != null).run(progress);
            report.lines().forEach(out()::println);
            out().println();
            out().println(progress.end());
            out().println(report.verdict());
            out().flush();
            return report.clean() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private Progress begin(Journal journal) {
        out().println("journal " + journal.journalid() + ", " + journal.name());
        out().flush();
        return new Progress(spec.commandLine().getErr(), journal.entries());
    }

    private Journal journal() {
        return file != null ? new FileJournal(file) : new KafkaJournal(cluster.connection());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
