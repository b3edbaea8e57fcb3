package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.cluster.Installation;
import io.qtrader.client.TopicFinding;
import io.qtrader.client.TopicPlan;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code qtrader topics check}: says what is wrong, and changes nothing. */
@Command(
        name = "check",
        description = "Say what about the topics is not as it must be; change nothing.")
final class TopicsCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private TopicOptions topics;

    @Override
    public Integer call() {
        Connection connection = cluster.connection().reached();
        TopicPlan plan = topics.plan(connection);
        List<TopicFinding> findings = Installation.check(connection, plan);
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> out.println("wrong: " + finding));
        if (findings.isEmpty()) {
            out.println(plan.topics().size() + " topics on " + connection.bootstrap()
                    + " are as they must be");
        }
        out.flush();
        return findings.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
