package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.client.Topic;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtrader control}: publishes an operator's word. */
@Command(
        name = "control",
        description = "Publish an operator's word. Its scope is what is named; HALT, RESUME"
                + " and FLATTEN without a name are for everything.",
        footer = {
            "",
            "HALT     nothing that adds exposure is sent any more; cancels and flattening go on",
            "RESUME   ends HALT and FLATTEN",
            "CANCEL   cancels one child order: --child",
            "FLATTEN  positions are worked to 0 until RESUME",
            "ADJUST   adds to the position by hand: --sym --qty",
            "RESOLVE  ends an UNKNOWN child order as filled as its fills say: --child;",
            "         unlocks a symbol: --sym",
            "",
            "Example: qtrader control halt --sym AAPL --note \"news\""
        })
final class ControlCommand implements Callable<Integer> {

    /** What can be said here; the rest of the actions need a policy file. */
    enum Word { HALT, RESUME, CANCEL, FLATTEN, ADJUST, RESOLVE }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(index = "0", paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}")
    private Word word;

    @Option(names = "--sym", paramLabel = "SYM", description = "Symbol.")
    private String sym;

    @Option(names = "--strat", paramLabel = "STRAT", description = "Strategy.")
    private String strat;

    @Option(names = "--broker", paramLabel = "ID", description = "Broker.")
    private String broker;

    @Option(names = "--child", paramLabel = "ID", description = "Child order.")
    private Long child;

    @Option(
            names = "--qty",
            paramLabel = "QTY",
            description = "With ADJUST: shares to add, signed.")
    private Long qty;

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who says it. Default: the user, ${DEFAULT-VALUE}")
    private String operator;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    private String note;

    @Override
    public Integer call() {
        // An empty name is no scope: whoever says "--sym $SYM" must not believe that all is halted.
        named("--sym", sym);
        named("--strat", strat);
        named("--broker", broker);
        switch (word) {
            case CANCEL -> require(child != null, "--child");
            case ADJUST -> require(sym != null && qty != null, "--sym and --qty");
            case RESOLVE -> require(sym != null || child != null, "--child or --sym");
            case HALT, RESUME, FLATTEN -> { }
        }
        Control control = Control.newBuilder()
                .setTime(Publishing.now())
                .setAction(ControlAction.valueOf(word.name()))
                .setOperator(operator)
                .setSym(sym)
                .setStrat(strat)
                .setBrokerid(broker)
                .setChildid(child)
                .setQty(qty)
                .setNote(note)
                .build();
        return Publishing.one(spec, cluster, Topic.CONTROLS, Control.class, sym, control,
                word.name().toLowerCase(Locale.ROOT) + scope());
    }

    private void named(String flag, String name) {
        if (name != null) {
            Publishing.named(spec, flag, name);
        }
    }

    private void require(boolean there, String flags) {
        if (!there) {
            throw Publishing.refusal(spec, word + " needs " + flags);
        }
    }

    private String scope() {
        String named = Stream.of(sym, strat, broker, child == null ? null : "child " + child)
                .filter(name -> name != null).collect(Collectors.joining(" "));
        return named.isEmpty() ? " everything" : " " + named;
    }
}
