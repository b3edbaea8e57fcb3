package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.cluster.Connection;
import io.qtrader.client.TopicIds;
import io.qtrader.topology.sequencer.StartOffsets;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code qtrader topics adopt}: takes input topics that were made anew for the real ones. */
@Command(
        name = "adopt",
        description = {
            "Take input topics that were made anew under their old names for the real ones.",
            "Until then the sequencer does not read them: their offsets mean something else."
        })
final class TopicsAdoptCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws Exception {
        Connection connection = cluster.connection().reached();
        TopicIds ids = new TopicIds(connection.properties(), connection.names());
        PrintWriter out = spec.commandLine().getOut();
        try (Admin admin = connection.admin()) {
            Map<String, String> before = ids.adopted();
            Map<String, String> now = ids.current(admin);
            now.entrySet().removeAll(before.entrySet());
            if (!now.isEmpty()) {
                new StartOffsets(admin, connection.names()).beginAnew(now.keySet());
                ids.adopt(now);
            }
            now.forEach((name, id) -> out.println("adopted " + name + " with id " + id
                    + (before.containsKey(name) ? " instead of " + before.get(name) : "")));
            if (now.isEmpty()) {
                out.println("nothing to adopt: every input topic is the one that was adopted");
            }
        }
        out.flush();
        return ExitCode.OK;
    }
}
