package io.qtrader.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.core.AcceptanceHistory.Entry;
import io.qtrader.core.AcceptanceHistory.Input;
import io.qtrader.core.AcceptanceHistory.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing lost, nothing doubled: the acceptance rule over arbitrary histories of the sequencer. */
class AcceptanceProperties {
    private static final int PARTITIONS = 3;

    @Property(tries = 3000)
    void acceptsEveryInputExactlyOnceAndInOrder(
            @ForAll("shapes") List<Integer> shapes, @ForAll("choices") List<Integer> choices) {
        List<Input> inputs = inputs(shapes);

        assertThat(accepted(AcceptanceHistory.play(inputs, choices), Acceptance::accepts))
                .isEqualTo(routed(inputs));
    }

    /** The same histories find the loss that `prev` is there to prevent. */
    @Example
    void withoutPrevAnInputWouldBeLost() {
        assertThat(failures((last, prev, position) -> position.compareTo(last) > 0)).isPositive();
    }

    /** And they find the double that the position is there to prevent. */
    @Example
    void withoutThePositionAnInputWouldBeDoubled() {
        assertThat(failures((last, prev, position) -> prev.compareTo(last) <= 0)).isPositive();
    }

    private static long failures(Rule rule) {
        Random random = new Random(1);
        return IntStream.range(0, 500)
                .filter(
                        i -> {
                            List<Input> inputs = inputs(numbers(random, 12));
                            List<Entry> journal =
                                    AcceptanceHistory.play(inputs, numbers(random, 120));
                            return !accepted(journal, rule).equals(routed(inputs));
                        })
                .count();
    }

    private interface Rule {
        boolean accepts(SourcePosition last, SourcePosition prev, SourcePosition position);
    }

    /** What the Oms takes, by journal partition. */
    private static Map<Integer, List<SourcePosition>> accepted(List<Entry> journal, Rule rule) {
        Map<Integer, List<SourcePosition>> accepted = new TreeMap<>();
        for (Entry entry : journal) {
            List<SourcePosition> sofar =
                    accepted.computeIfAbsent(entry.partition(), p -> new ArrayList<>());
            SourcePosition last =
                    sofar.isEmpty() ? SourcePosition.NONE : sofar.get(sofar.size() - 1);
            if (rule.accepts(last, entry.prev(), entry.position())) {
                sofar.add(entry.position());
            }
        }
        return accepted;
    }

    private static Map<Integer, List<SourcePosition>> routed(List<Input> inputs) {
        Map<Integer, List<SourcePosition>> routed = new TreeMap<>();
        for (Input input : inputs) {
            for (Target target : input.targets()) {
                routed.computeIfAbsent(target.partition(), p -> new ArrayList<>())
                        .add(new SourcePosition(input.offset(), target.index()));
            }
        }
        return routed;
    }

    /**
     * Inputs of every kind: set aside, routed to one partition, broadcast, several entries for one
     * partition; with holes between their offsets, as transactions leave them.
     */
    private static List<Input> inputs(List<Integer> shapes) {
        List<Input> inputs = new ArrayList<>();
        long offset = 0;
        for (int shape : shapes) {
            offset += 1 + shape / 100 % 2;
            inputs.add(new Input(offset, targets(shape)));
        }
        return inputs;
    }

    private static List<Target> targets(int shape) {
        int partition = shape / 10 % PARTITIONS;
        return switch (shape % 10) {
            case 0 -> List.of();
            case 1, 2 ->
                    IntStream.range(0, PARTITIONS).mapToObj(p -> new Target(p, p)).toList();
            case 3 -> IntStream.range(0, 3).mapToObj(i -> new Target(partition, i)).toList();
            default -> List.of(new Target(partition, 0));
        };
    }

    @Provide
    Arbitrary<List<Integer>> shapes() {
        return Arbitraries.integers().between(0, 999).list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers().between(0, 999).list().ofMaxSize(200);
    }

    private static List<Integer> numbers(Random random, int count) {
        return random.ints(count, 0, 1000).boxed().toList();
    }
}
