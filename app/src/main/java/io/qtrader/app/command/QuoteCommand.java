package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.cluster.InputPublisher;
import io.qtrader.client.Topic;
import io.qtrader.schemas.Quote;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtrader quote}: publishes the market in a symbol. */
@Command(
        name = "quote",
        description = "Publish the market in a symbol; it is fresh for as long as the policy says.",
        footer = {"", "Example: qtrader quote AAPL 182.49 182.51 --every 2"})
final class QuoteCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(index = "0", paramLabel = "SYM", description = "Symbol.")
    private String sym;

    @Parameters(index = "1", paramLabel = "BID", description = "Best bid; 0 where there is none.")
    private double bid;

    @Parameters(index = "2", paramLabel = "ASK", description = "Best ask; 0 where there is none.")
    private double ask;

    @Option(
            names = "--last",
            paramLabel = "PRICE",
            defaultValue = "0",
            description = "Last traded price. Default: none")
    private double last;

    @Option(
            names = "--sizes",
            paramLabel = "SHARES",
            defaultValue = "1000",
            description = "Size at the bid and at the ask. Default: ${DEFAULT-VALUE}")
    private long sizes;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "Publish it again and again until Ctrl-C, so that it stays fresh.")
    private Double every;

    @Override
    public Integer call() throws InterruptedException {
        if (!(bid >= 0 && ask >= 0) || Double.isInfinite(bid) || Double.isInfinite(ask)) {
            throw Publishing.refusal(spec, "BID " + bid + " and ASK " + ask + ": must be prices");
        }
        if (!(last >= 0) || Double.isInfinite(last)) {
            throw Publishing.refusal(spec, "--last is " + last + ": must be a price");
        }
        if (sizes < 0) {
            throw Publishing.refusal(spec, "--sizes is " + sizes + ": must be 0 or more");
        }
        if (every != null && !(every > 0)) {
            throw Publishing.refusal(spec, "--every is " + every + ": must be above 0");
        }
        Publishing.named(spec, "SYM", sym);
        String said = sym + " " + bid + " / " + ask;
        int code = Publishing.one(spec, cluster, Topic.QUOTES, Quote.class, sym, quote(), said);
        return every == null ? code : repeat();
    }

    private Integer repeat() throws InterruptedException {
        try (var publisher = new InputPublisher(cluster.connection())) {
            while (true) {
                Thread.sleep((long) (every * 1000));
                publisher.publish(Topic.QUOTES, Quote.class, sym, quote());
            }
        }
    }

    private Quote quote() {
        return Quote.newBuilder().setTime(Publishing.now()).setSym(sym).setBid(bid).setAsk(ask)
                .setLast(last).setBidsize(sizes).setAsksize(sizes).build();
    }
}
