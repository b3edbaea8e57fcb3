package io.qtrader.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.qtrader.app.cluster.BlotterClient;
import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.topology.blotter.View;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtrader show}: asks the running instance how things stand. */
@Command(
        name = "show",
        description = "Show a table of the running instance, as its Blotter has it.",
        footer = {"", "Example: qtrader show parents --sym AAPL --live"})
final class ShowCommand implements Callable<Integer> {

    /** What completion offers. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(View.values()).map(View::path).iterator();
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(
            index = "0",
            paramLabel = "TABLE",
            completionCandidates = Names.class,
            description = "${COMPLETION-CANDIDATES}")
    private String table;

    @Option(names = "--sym", paramLabel = "SYM", description = "Only this symbol.")
    private String sym;

    @Option(names = "--parent", paramLabel = "ID", description = "Only what serves this parent.")
    private Long parent;

    @Option(names = "--live", description = "Only what is not terminal.")
    private boolean live;

    @Option(names = "--limit", paramLabel = "N", description = "At most this many, the newest.")
    private Integer limit;

    @Option(names = "--json", description = "JSON, with all fields.")
    private boolean json;

    @Option(
            names = "--blotter",
            paramLabel = "URL",
            description = "The Blotter to ask. Default: that of the running `up`,"
                    + " or qtrader.blotter.url in --config")
    private String blotter;

    @Override
    public Integer call() {
        View view = View.at(table).orElseThrow(() -> Publishing.refusal(spec, "there is no table "
                + table + ", but " + Arrays.stream(View.values()).map(View::path)
                .collect(Collectors.joining(", "))));
        BlotterClient client = BlotterClient.at(
                blotter != null ? blotter : cluster.connection().blotter().orElse(null));
        JsonNode rows = client.rows(view, query());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(rows.toPrettyString());
        } else if (rows.isEmpty()) {
            out.println("no " + table);
        } else {
            ShowColumns.lines(view, rows).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        if (sym != null) {
            query.put("sym", sym);
        }
        if (parent != null) {
            query.put("parentid", parent.toString());
        }
        if (live) {
            query.put("live", "true");
        }
        if (limit != null) {
            query.put("limit", limit.toString());
        }
        return query;
    }
}
