package io.qtrader.core.docs;

import io.qtrader.core.child.ChildEvent;
import io.qtrader.core.child.ChildTransitions;
import io.qtrader.core.parent.ParentEvent;
import io.qtrader.core.parent.ParentTransitions;
import io.qtrader.schemas.BreachCode;
import io.qtrader.schemas.OrderStatus;
import io.qtrader.schemas.ParentOrderStatus;
import io.qtrader.schemas.RejectCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Writes docs/SEMANTICS.md from the code: rules, transition tables, codes, and what shows each rule. */
final class SemanticsPage {
    private final Rules rules;
    private final StringBuilder page = new StringBuilder();

    SemanticsPage(Rules rules) {
        this.rules = rules;
    }

    String write() {
        line("# Semantics");
        line("");
        line("The rules as built. This page is generated from the code; the build fails when it is not as the code is.");
        line("To renew it: `mvn -q -pl core -am test -Dtest=SemanticsPageTest -Dqtrader.docs.write=true"
                + " -Dsurefire.failIfNoSpecifiedTests=false`.");
        for (String layer : Rules.PACKAGES) {
            line("");
            line("## " + layer);
            line("");
            rules.statedIn(layer).forEach(rule -> line("- " + rule));
        }
        tables();
        codes();
        shown();
        return page.toString();
    }

    private void tables() {
        line("");
        line("## Status of a child order, and of its order");
        line("");
        table(OrderStatus.values(), ChildEvent.values(), (s, e) -> ChildTransitions.next(s, e).name());
        line("");
        line("## Status of a parent order");
        line("");
        table(ParentOrderStatus.values(), ParentEvent.values(), (s, e) ->
                ParentTransitions.defined(s, e) ? ParentTransitions.next(s, e).name() : "—");
    }

    private <S extends Enum<S>, E extends Enum<E>> void table(
            S[] statuses, E[] events, BiFunction<S, E, String> next) {
        line("| status | " + Arrays.stream(events).map(Enum::name).collect(Collectors.joining(" | ")) + " |");
        line("|---|" + "---|".repeat(events.length));
        for (S status : statuses) {
            line("| " + status + " | " + Arrays.stream(events).map(e -> next.apply(status, e))
                    .collect(Collectors.joining(" | ")) + " |");
        }
    }

    private void codes() {
        line("");
        line("## Codes");
        line("");
        line("Rejects, in the order of the checks: " + names(RejectCode.values()) + ".");
        line("");
        line("Breaches: " + names(BreachCode.values()) + ".");
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(v -> "`" + v + "`").collect(Collectors.joining(", "));
    }

    private void shown() {
        Map<String, TreeSet<String>> code = rules.citedBelow("src/main/java");
        Map<String, TreeSet<String>> tests = rules.shown();
        TreeSet<String> all = new TreeSet<>(code.keySet());
        all.addAll(tests.keySet());
        line("");
        line("## Rule, code, tests");
        line("");
        line("| rule | kept in | shown by |");
        line("|---|---|---|");
        for (String rule : all) {
            line("| " + rule + " | " + joined(code.get(rule)) + " | " + joined(tests.get(rule)) + " |");
        }
    }

    private static String joined(TreeSet<String> names) {
        return names == null ? "" : String.join(", ", List.copyOf(names));
    }

    private void line(String text) {
        page.append(text.stripTrailing()).append('\n');
    }
}
