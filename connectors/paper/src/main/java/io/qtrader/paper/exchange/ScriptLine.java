package io.qtrader.paper.exchange;

import io.qtrader.paper.exchange.ScriptStep.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The steps of one line of a script, checked so that none can fail when its time comes. */
final class ScriptLine {

    private static final Set<Kind> OF_ORDERS =
            EnumSet.complementOf(EnumSet.of(Kind.TOO_LATE, Kind.ACCEPT));
    private static final Set<Kind> OF_AMENDMENTS = EnumSet.of(
            Kind.FILL, Kind.REJECT, Kind.TOO_LATE, Kind.SILENT, Kind.LOST, Kind.ACCEPT,
            Kind.EXPIRE);

    private ScriptLine() {}

    /** Steps for a new order. */
    static List<ScriptStep> ofOrder(String value) {
        List<ScriptStep> steps = steps(value, OF_ORDERS,
                "ack, fill N [@ P], reject [transient] ['why'], silent, lost, expire,"
                        + " cancel ['why'], bust K [reopen], correct K to N [@ P],"
                        + " repeat K, wait MS, market");
        int fills = 0;
        for (ScriptStep step : steps) {
            switch (step.kind()) {
                case FILL -> fills++;
                case BUST, CORRECT, REPEAT -> check(step.which() >= 1 && step.which() <= fills,
                        "there is no fill " + step.which() + " before this step");
                default -> check(step.kind() != Kind.MARKET || step == steps.get(steps.size() - 1),
                        "`market` must be the last step");
            }
        }
        return steps;
    }

    /** Steps for a cancel or replace. */
    static List<ScriptStep> ofAmendment(String value) {
        return steps(value, OF_AMENDMENTS,
                "fill N [@ P], reject [transient] ['why'], too late, silent, lost, accept, expire");
    }

    private static List<ScriptStep> steps(String value, Set<Kind> allowed, String names) {
        List<ScriptStep> steps = new ArrayList<>();
        // A comma inside quotes belongs to the words quoted.
        for (String words : value.split(",(?=(?:[^']*'[^']*')*[^']*$)")) {
            steps.add(ScriptStep.parse(words.strip())
                    .filter(step -> allowed.contains(step.kind()))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "`" + words.strip() + "` is no step here; steps are " + names)));
        }
        for (ScriptStep step : steps) {
            check(step.kind() != Kind.LOST || steps.size() == 1, "`lost` must be the only step");
        }
        return List.copyOf(steps);
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
