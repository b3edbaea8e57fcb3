package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.client.IntentPublisher;
import io.qtrader.client.Topic;
import io.qtrader.schemas.Intent;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtrader intent}: publishes the position that a strategy wants. */
@Command(
        name = "intent",
        description = "Publish the position that a strategy wants in a symbol.",
        footer = {"", "Example: qtrader intent AAPL strat1 100 --urgency 0.3"})
final class IntentCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(index = "0", paramLabel = "SYM", description = "Symbol.")
    private String sym;

    @Parameters(index = "1", paramLabel = "STRAT", description = "Strategy.")
    private String strat;

    @Parameters(
            index = "2",
            paramLabel = "QTY",
            description = "Wanted position in shares: negative is short, 0 is flat.")
    private long qty;

    @Option(
            names = {"-u", "--urgency"},
            paramLabel = "U",
            defaultValue = "0.5",
            description = "How soon, 0 to 1. Default: ${DEFAULT-VALUE}")
    private double urgency;

    @Override
    public Integer call() {
        if (!(urgency >= 0 && urgency <= 1)) {
            throw Publishing.refusal(spec, "--urgency is " + urgency + ": must be from 0 to 1");
        }
        Intent intent = Intent.newBuilder()
                .setTime(Publishing.now())
                .setSym(Publishing.named(spec, "SYM", sym))
                .setStrat(Publishing.named(spec, "STRAT", strat))
                .setTgtpos(qty)
                .setUrgency(urgency)
                .build();
        return Publishing.one(spec, cluster, Topic.INTENTS, Intent.class,
                IntentPublisher.key(sym, strat), intent,
                String.format(
                        Locale.ROOT, "%s wants %+d %s at urgency %s", strat, qty, sym, urgency));
    }
}
