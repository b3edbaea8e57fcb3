package io.qtrader.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.BlotterClient;
import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.client.ExecutionPublisher;
import io.qtrader.client.Topic;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Side;
import io.qtrader.topology.blotter.View;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtrader fill}: publishes a broker's fill of a child order, by hand. */
@Command(
        name = "fill",
        description = {
            "Publish a broker's fill of a child order, by hand.",
            "What is not flagged is what the running instance knows of the child."
        },
        footer = {"", "Example: qtrader fill 1000000000001 40 --price 182.5"})
final class FillCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(index = "0", paramLabel = "CHILD", description = "Id of the child order.")
    private long child;

    @Parameters(index = "1", paramLabel = "QTY", description = "Shares filled.")
    private long qty;

    @Option(names = "--price", paramLabel = "PRICE", description = "Default: the child's limit")
    private Double price;

    @Option(names = "--sym", paramLabel = "SYM", description = "Default: the child's")
    private String sym;

    @Option(
            names = "--side",
            paramLabel = "SIDE",
            description = "BUY or SELL. Default: the child's")
    private Side side;

    @Option(names = "--broker", paramLabel = "ID", description = "Default: the child's")
    private String broker;

    @Option(
            names = "--cumqty",
            paramLabel = "SHARES",
            description = "Filled so far, this included. Default: what is known, and this")
    private Long cumqty;

    @Option(
            names = "--leavesqty",
            paramLabel = "SHARES",
            description = "Still open. Default: the child's size less cumqty")
    private Long leavesqty;

    @Option(
            names = "--execid",
            paramLabel = "ID",
            description = "The broker's id of the fill. Default: a new one")
    private String execid;

    @Override
    public Integer call() {
        if (qty <= 0) {
            throw Publishing.refusal(spec, "QTY is " + qty + ": must be above 0");
        }
        if (!complete()) {
            fillIn(known());
        }
        Execution fill = Execution.newBuilder()
                .setTime(Publishing.now())
                .setType(ExecutionType.FILL)
                .setChildid(child)
                .setBrokerid(broker)
                .setExecid(execid != null ? execid : "hand-" + UUID.randomUUID())
                .setTradedate(LocalDate.now(ZoneOffset.UTC))
                .setSym(sym)
                .setSide(side)
                .setQty(qty)
                .setPrice(price)
                .setCumqty(cumqty)
                .setLeavesqty(leavesqty)
                .build();
        return Publishing.one(spec, cluster, Topic.EXECUTIONS, Execution.class,
                ExecutionPublisher.key(child), fill,
                "child " + child + ": " + side + " " + qty + " " + sym + " @ " + price);
    }

    private boolean complete() {
        return price != null && sym != null && side != null && broker != null && cumqty != null
                && leavesqty != null;
    }

    private JsonNode known() {
        String flags = "give --sym, --side, --price, --broker, --cumqty and --leavesqty";
        String url = cluster.connection().blotter().orElseThrow(() -> new CommandFailure(
                "no running instance is known to ask about child " + child, flags));
        return BlotterClient.at(url).row(View.CHILDREN, Long.toString(child)).orElseThrow(
                () -> new CommandFailure("the running instance knows no child " + child,
                        "see `qtrader show children`, or " + flags));
    }

    private void fillIn(JsonNode known) {
        sym = sym != null ? sym : known.path("sym").asText();
        side = side != null ? side : Side.valueOf(known.path("side").asText());
        broker = broker != null ? broker : known.path("brokerid").asText();
        price = price != null ? price : Double.valueOf(known.path("price").asDouble());
        cumqty = cumqty != null ? cumqty : Long.valueOf(known.path("filled").asLong() + qty);
        leavesqty = leavesqty != null ? leavesqty
                : Long.valueOf(Math.max(0, known.path("size").asLong() - cumqty));
    }
}
