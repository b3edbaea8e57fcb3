package io.qtrader.core.story;

import io.qtrader.schemas.Algo;
import io.qtrader.schemas.AlgoPolicy;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Instrument;
import io.qtrader.schemas.Limit;
import io.qtrader.schemas.LimitType;
import io.qtrader.schemas.Policy;
import io.qtrader.schemas.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What operators order, as controls. */
final class Operator {
    private static final Set<String> ORDERS = Set.of("policy", "instrument", "route", "halt",
            "resume", "flatten", "adjust", "resolve", "kill", "limit");

    private final Clerk clerk;
    private final Names names;
    private Policy policy = policy();

    Operator(Clerk clerk, Names names) {
        this.clerk = clerk;
        this.names = names;
    }

    /** The policy of all stories, which a {@code policy} line may change. */
    static Policy policy() {
        return new Policy(1, List.of(
                new AlgoPolicy(0.4, Algo.TWAP, 300_000L, 10),
                new AlgoPolicy(0.8, Algo.TWAP, 60_000L, 6),
                new AlgoPolicy(1.0, Algo.IMMEDIATE, 0L, 1)),
                new Instrument(1L, 0.01), new Route("paper", "PAPER", true),
                5_000L, 15_000L, 10_000L, 5_000L, 5, 10_000L, 5_000L, 1_000L, 500L, 3, 5_000L, 3,
                86_400_000L, 1_000_000_000L);
    }

    boolean knows(String first) {
        return ORDERS.contains(first);
    }

    Control control(String first, Words words) {
        Control.Builder c = Control.newBuilder().setTime(clerk.now()).setOperator("desk");
        return switch (first) {
            case "policy" -> c.setAction(ControlAction.POLICY).setDetail(changed(words)).build();
            case "instrument" -> c.setAction(ControlAction.INSTRUMENT)
                    .setSym(words.next("which symbol")).setDetail(new Instrument(
                            words.setting("lot", 1), real(words, "tick", 0.01))).build();
            case "route" -> c.setAction(ControlAction.ROUTE).setSym(words.next("which symbol"))
                    .setDetail(route(words)).build();
            case "halt" -> scope(c.setAction(ControlAction.HALT), words).build();
            case "resume" -> scope(c.setAction(ControlAction.RESUME), words).build();
            case "flatten" -> scope(c.setAction(ControlAction.FLATTEN), words).build();
            case "adjust" -> c.setAction(ControlAction.ADJUST).setSym(words.next("which symbol"))
                    .setQty(words.qty("by how much")).build();
            case "resolve" -> resolve(c.setAction(ControlAction.RESOLVE), words).build();
            case "limit" -> limit(c.setAction(ControlAction.LIMIT), words).build();
            case "kill" -> c.setAction(ControlAction.CANCEL)
                    .setChildid(names.id(words.next("which child"))).build();
            default -> throw new IllegalStateException(first);
        };
    }

    private static Control.Builder scope(Control.Builder c, Words words) {
        c.setBrokerid(words.takeAfter("broker"));
        c.setStrat(words.takeAfter("strat"));
        return words.more() ? c.setSym(words.next("which symbol")) : c;
    }

    private Control.Builder resolve(Control.Builder c, Words words) {
        String what = words.next("what");
        if (what.matches("c[0-9]+|#.*")) {
            c.setChildid(names.id(what));
        } else {
            c.setSym(what);
        }
        return words.more() ? c.setQty(words.qty("filled quantity")) : c;
    }

    /** R1: of a limit that spans partitions, a story names what its own partition gets. */
    private Control.Builder limit(Control.Builder c, Words words) {
        LimitType type = LimitType.valueOf(words.next("which limit"));
        double value = Double.parseDouble(words.next("its value"));
        boolean spans = scope(c, words).getSym() == null
                && (type == LimitType.ORDER_RATE || type == LimitType.OPEN_CHILDREN);
        return c.setDetail(new Limit(type, spans ? value * clerk.partitions() : value));
    }

    private static Route route(Words words) {
        String broker = words.setting("broker");
        String replace = words.setting("replace");
        return new Route(broker == null ? "paper" : broker, "PAPER", !"no".equals(replace));
    }

    private static double real(Words words, String key, double otherwise) {
        String value = words.setting(key);
        return value == null ? otherwise : Double.parseDouble(value);
    }

    /** The policy with the fields that a line names; {@code algos=0.5:TWAP:60s:6/1:IMMEDIATE:0s:1}. */
    private Policy changed(Words words) {
        Policy changed = Policy.newBuilder(policy).build();
        for (var field : Policy.getClassSchema().getFields()) {
            switch (field.schema().getType()) {
                case LONG -> changed.put(field.pos(),
                        words.setting(field.name(), (Long) changed.get(field.pos())));
                case INT -> changed.put(field.pos(),
                        (int) words.setting(field.name(), (Integer) changed.get(field.pos())));
                default -> { }
            }
        }
        String algos = words.setting("algos");
        if (algos != null) {
            changed.setAlgos(algos(algos));
        }
        changed.setInstrument(new Instrument(
                words.setting("lot", changed.getInstrument().getLot()),
                real(words, "tick", changed.getInstrument().getTick())));
        String replace = words.setting("replace");
        if (replace != null) {
            changed.setRoute(new Route("paper", "PAPER", replace.equals("yes")));
        }
        policy = changed;
        return changed;
    }

    private static List<AlgoPolicy> algos(String text) {
        List<AlgoPolicy> rows = new ArrayList<>();
        for (String row : text.split("/")) {
            String[] parts = row.split(":");
            rows.add(new AlgoPolicy(Double.parseDouble(parts[0]), Algo.valueOf(parts[1]),
                    Words.duration(parts[2]).toMillis(), Integer.parseInt(parts[3])));
        }
        return rows;
    }
}
