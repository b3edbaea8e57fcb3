package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.KafkaJournal;
import io.qtrader.app.replay.Progress;
import io.qtrader.app.replay.file.Export;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtrader export}: the journal in one file. */
@Command(
        name = "export",
        description = {
            "Write the journal, as it stands, into one file: an Avro object container file of"
                    + " ExportedEntry.",
            "`qtrader replay --journal FILE` reads it, `qtrader import FILE` puts it on a cluster."
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file; it must not be there.")
    private Path file;

    @Override
    public Integer call() {
        try (Journal journal = new KafkaJournal(cluster.connection())) {
            Progress progress = new Progress(spec.commandLine().getErr(), journal.entries());
            Export.write(journal, file, progress);
            spec.commandLine().getOut().printf("journal %s, %s -> %s%n%s%n", journal.journalid(),
                    journal.name(), file, progress.end());
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        }
    }
}
