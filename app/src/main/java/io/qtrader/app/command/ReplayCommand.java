package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.console.Terminal;
import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.KafkaJournal;
import io.qtrader.app.replay.Progress;
import io.qtrader.app.replay.Replay;
import io.qtrader.app.replay.explain.Explanation;
import io.qtrader.app.replay.explain.Subject;
import io.qtrader.app.replay.file.FileJournal;
import io.qtrader.app.replay.tables.Moment;
import io.qtrader.app.replay.tables.Tables;
import io.qtrader.app.replay.verify.KafkaOutputs;
import io.qtrader.app.replay.verify.Outputs;
import io.qtrader.app.replay.verify.Report;
import io.qtrader.app.replay.verify.Verification;
import io.qtrader.app.watch.Lines;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
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
            "Exit codes: 0 done, with --verify clean; 1 failed, with --verify different.",
            "Example: qtrader replay --until 09:45:00 --symbol AAPL"
        })
final class ReplayCommand implements Callable<Integer> {

    private static final int MOST_ROWS = 1000;

    /** One of them, or none. */
    static final class Question {

        @Option(
                names = "--verify",
                description = "Compare every committed output record with what the journal makes.")
        private boolean verify;

        @Option(
                names = "--until",
                paramLabel = "TIME|OFFSET",
                description = "Show all tables as they stood: at a time (09:45:00,"
                        + " \"2026-10-01 09:45:00\", 2026-10-01T13:45:00Z), or behind an offset of"
                        + " every journal partition (1234) or of one (2/1234).")
        private String until;

        @Option(
                names = "--explain",
                paramLabel = "ID",
                description = "Tell what led to a child (its id, or child:ID), a fill (its execid,"
                        + " or fill:EXECID), an order (order:ID) or a parent (parent:ID).")
        private String explain;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Read the journal that `qtrader export` wrote, not the cluster's.")
    private Path file;

    @ArgGroup(exclusive = true)
    private Question question = new Question();

    @Option(
            names = {"--symbol", "--sym"},
            paramLabel = "SYM",
            description = "With --until: only this symbol.")
    private String sym;

    @Option(names = "--json", description = "With --until: JSON, with all fields.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "With --until: at most this many rows of a table, the newest."
                    + " Default: " + MOST_ROWS)
    private int limit = MOST_ROWS;

    @Override
    public Integer call() {
        if (question.verify) {
            return verified();
        } else if (question.until != null) {
            return standing();
        } else if (question.explain != null) {
            return explained();
        }
        return replayed();
    }

    private int replayed() {
        try (Journal journal = journal()) {
            out().println("journal " + journal.journalid() + ", " + journal.name());
            Progress progress = progress(journal);
            Replay.all(journal, progress).lines().forEach(out()::println);
            out().println(progress.end());
            return end(true);
        }
    }

    private int verified() {
        // Outputs first: the journal that made them must not end before they do.
        try (Outputs outputs = new KafkaOutputs(cluster.connection());
                Journal journal = journal()) {
            out().println("journal " + journal.journalid() + ", " + journal.name());
            Progress progress = progress(journal);
            Report report = new Verification(journal, outputs, file != null).run(progress);
            report.lines().forEach(out()::println);
            out().println();
            out().println(progress.end());
            out().println(report.verdict());
            return end(report.clean());
        }
    }

    private int standing() {
        Moment moment = typed("--until",
                () -> Moment.parse(question.until, ZoneId.systemDefault(), LocalDate.now()));
        try (Journal journal = journal()) {
            Tables tables = Tables.at(moment, journal, sym, limit, progress(journal));
            if (json) {
                StandingTables.printJson(tables, out());
            } else {
                StandingTables.print(tables, out());
            }
            return end(true);
        }
    }

    private int explained() {
        Subject subject = typed("--explain", () -> Subject.parse(question.explain));
        try (Journal journal = journal()) {
            new Explanation(journal, subject, progress(journal))
                    .tell(new Lines(Terminal.ansi()), out()::println);
            return end(true);
        }
    }

    private <T> T typed(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw Publishing.refusal(spec, option + ": " + e.getMessage());
        }
    }

    private Journal journal() {
        return file != null ? new FileJournal(file) : new KafkaJournal(cluster.connection());
    }

    private Progress progress(Journal journal) {
        out().flush();
        return new Progress(spec.commandLine().getErr(), journal.entries());
    }

    private int end(boolean good) {
        out().flush();
        return good ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
