package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.cluster.Installation;
import io.qtrader.app.policy.PolicyFile;
import io.qtrader.client.TopicPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtrader topics create}: makes what is missing, and begins the journal. */
@Command(
        name = "create",
        description = {
            "Create the topics that are missing, register the schemas, and write the journal's"
                    + " first entries: its identity and the policy.",
            "Doing it again changes nothing."
        })
final class TopicsCreateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private TopicOptions topics;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Policy in YAML. Default: the one that comes with qtrader")
    private Path policy;

    @Override
    public Integer call() {
        PolicyFile file =
                policy == null ? PolicyFile.builtIn(PolicyFile.DEFAULT) : PolicyFile.read(policy);
        Connection connection = cluster.connection().reached();
        TopicPlan plan = topics.plan(connection);
        PrintWriter out = spec.commandLine().getOut();
        Installation.Made made = Installation.make(connection, plan, file);
        made.topics().forEach(topic -> out.println("created " + topic));
        out.println(made.entries() == 0
                ? "journal " + made.journalid() + " was there; nothing was written to it"
                : "journal " + made.journalid() + " begun: " + made.entries() + " entries in "
                        + plan.partitions() + " partitions");
        made.findings().forEach(finding -> out.println("wrong: " + finding));
        out.flush();
        return made.findings().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
