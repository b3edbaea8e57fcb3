package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.cluster.Connection;
import io.qtrader.app.console.Terminal;
import io.qtrader.app.watch.Lines;
import io.qtrader.app.watch.RecordJson;
import io.qtrader.app.watch.Seen;
import io.qtrader.app.watch.TopicFollower;
import io.qtrader.client.Direction;
import io.qtrader.client.Topic;
import io.qtrader.schemas.ChildAction;
import io.qtrader.schemas.ChildOrder;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtrader watch}: says what happens, as it happens. */
@Command(
        name = "watch",
        description = {
            "Follow all outputs, and the inputs but quotes, a line a record, until Ctrl-C.",
            "It reads uncommitted records and drops repeats by qtrader-seq."
        })
final class WatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Option(names = "--from-beginning", description = "Begin with the oldest records there are.")
    private boolean fromBeginning;

    @Option(names = "--json", description = "A line of JSON for each record.")
    private boolean json;

    @Option(
            names = "--topics",
            paramLabel = "NAME",
            split = ",",
            description = "Only these, by their names without prefix, as in fills,parent-orders")
    private List<String> only = new ArrayList<>();

    @Option(names = "--sym", paramLabel = "SYM", description = "Only this symbol.")
    private String sym;

    @Option(names = "--heartbeats", description = "The heartbeats on child-orders too.")
    private boolean heartbeats;

    @Override
    public Integer call() {
        Connection connection = cluster.connection();
        Lines lines = new Lines(Terminal.ansi());
        Function<Seen, String> line = json ? RecordJson::line : lines::of;
        PrintWriter out = spec.commandLine().getOut();
        try (TopicFollower follower = new TopicFollower(connection, topics(), fromBeginning)) {
            // A reader that went away, such as `head`, ends it.
            while (!out.checkError()) {
                follower.next(Duration.ofSeconds(1)).stream().filter(this::wanted)
                        .forEach(seen -> out.println(line.apply(seen)));
            }
        }
        return 0;
    }

    private List<Topic> topics() {
        if (only.isEmpty()) {
            return Arrays.stream(Topic.values())
                    .filter(t -> t.direction() == Direction.OUT || t == Topic.DEAD_LETTERS
                            || t.direction() == Direction.IN && t != Topic.QUOTES)
                    .toList();
        }
        return only.stream().map(this::topic).toList();
    }

    private Topic topic(String name) {
        return Arrays.stream(Topic.values()).filter(t -> t.suffix().equals(name)).findFirst()
                .orElseThrow(() -> Publishing.refusal(spec, "--topics: there is no " + name
                        + ", but " + Arrays.stream(Topic.values()).map(Topic::suffix)
                        .collect(Collectors.joining(", "))));
    }

    private boolean wanted(Seen seen) {
        boolean heartbeat = seen.value() instanceof ChildOrder child
                && child.getAction() == ChildAction.HEARTBEAT;
        return (heartbeats || !heartbeat) && (sym == null || sym.equals(seen.sym()));
    }
}
