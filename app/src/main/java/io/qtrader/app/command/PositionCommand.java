package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.client.Topic;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.StatementType;
import io.qtrader.schemas.StrategyShare;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtrader position}: publishes what the back office says the position is. */
@Command(
        name = "position",
        description = "Publish what the back office or a broker says the position in a symbol is.",
        footer = {"", "Example: qtrader position AAPL 500 --share strat1=300 --share strat2=200"})
final class PositionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(index = "0", paramLabel = "SYM", description = "Symbol.")
    private String sym;

    @Parameters(index = "1", paramLabel = "QTY", description = "Position in shares, signed.")
    private long qty;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "OPENING",
            description = "OPENING sets the position, RUNNING is only compared with it."
                    + " Default: ${DEFAULT-VALUE}")
    private StatementType type;

    @Option(
            names = "--share",
            paramLabel = "STRAT=QTY",
            description = "With OPENING: whose it is; again for each strategy."
                    + " The rest is _house's.")
    private Map<String, Long> shares = new LinkedHashMap<>();

    @Option(
            names = "--last-execid",
            paramLabel = "ID",
            description = "Last execution that the statement covers. Default: none")
    private String lastExecid;

    @Option(
            names = "--broker",
            paramLabel = "ID",
            description = "Who says it. Default: it speaks for all brokers")
    private String broker;

    @Option(names = "--note", paramLabel = "TEXT", description = "Free text.")
    private String note;

    @Override
    public Integer call() {
        PositionStatement statement = PositionStatement.newBuilder()
                .setTime(Publishing.now())
                .setType(type)
                .setSym(Publishing.named(spec, "SYM", sym))
                .setPosition(qty)
                .setBrokerid(broker)
                .setLastexecid(lastExecid)
                .setShares(shares.entrySet().stream()
                        .map(share -> new StrategyShare(share.getKey(), share.getValue())).toList())
                .setNote(note)
                .build();
        return Publishing.one(spec, cluster, Topic.POSITIONS, PositionStatement.class, sym,
                statement, type + " position of " + qty + " " + sym);
    }
}
