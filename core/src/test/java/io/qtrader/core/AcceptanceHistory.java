package io.qtrader.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;

/**
 * A history of sequencer tasks that write one source partition into a journal: what the acceptance
 * rule has to cope with, played step by step from a list of numbers.
 *
 * <p>What is assumed of the world, and nothing more: a producer writes to a partition in the order
 * sent; a task whose send failed never commits again, nor does one that has been replaced; a commit
 * covers only inputs all of whose entries are written; a new task starts at a committed offset.
 * Everything else may happen: a send that fails while later ones succeed, one that was reported as
 * failed and is written all the same, at any later time, a written one that is written again, a
 * replaced task that goes on sending, all of them interleaved anyhow.
 */
final class AcceptanceHistory {
    /** An entry on its way to, or in, a journal partition. */
    record Entry(int partition, SourcePosition position, SourcePosition prev) {}

    /** An input record: its offset, and the entries that it makes. */
    record Input(long offset, List<Target> targets) {}

    record Target(int partition, int index) {}

    private final List<Input> inputs;
    private final PrimitiveIterator.OfInt choices;
    private final List<Entry> journal = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Entry> stray = new ArrayList<>();
    private int committed;

    private AcceptanceHistory(List<Input> inputs, List<Integer> choices) {
        this.inputs = inputs;
        this.choices = choices.stream().mapToInt(Integer::intValue).iterator();
    }

    /** The journal, all partitions in one list, after the last task has worked everything off. */
    static List<Entry> play(List<Input> inputs, List<Integer> choices) {
        AcceptanceHistory history = new AcceptanceHistory(inputs, choices);
        history.start();
        while (history.choices.hasNext()) {
            history.step();
        }
        history.finish();
        return history.journal;
    }

    private void step() {
        Task task = tasks.get(choose(tasks.size()));
        switch (choose(10)) {
            case 0, 1, 2 -> task.sendNext();
            case 3, 4, 5 -> task.write(choose(8));
            case 6 -> task.fail(choose(8));
            case 7 -> writeStray();
            case 8 -> newest().commit();
            default -> {
                if (choose(3) == 0) {
                    start();
                }
            }
        }
    }

    /** The newest task reads to the end and fails no more; what the others do is still open. */
    private void finish() {
        start();
        Task last = newest();
        while (last.sendNext()) {
            last.writeAll();
        }
        for (Task task : tasks) {
            task.writeAll();
        }
        while (!stray.isEmpty()) {
            journal.add(stray.remove(0));
        }
    }

    private void start() {
        tasks.add(new Task(committed));
    }

    private Task newest() {
        return tasks.get(tasks.size() - 1);
    }

    private void writeStray() {
        if (!stray.isEmpty()) {
            journal.add(stray.remove(choose(stray.size())));
        }
    }

    private int choose(int bound) {
        return choices.hasNext() ? choices.nextInt() % bound : 0;
    }

    /** One incarnation of the task, with its own producer. */
    private final class Task {
        private int next;
        private boolean failed;
        private final Map<Integer, SourcePosition> sent = new HashMap<>();
        private final Map<Integer, Deque<Entry>> inFlight = new HashMap<>();

        Task(int start) {
            next = start;
        }

        boolean sendNext() {
            if (next == inputs.size()) {
                return false;
            }
            Input input = inputs.get(next++);
            for (Target target : input.targets()) {
                int partition = target.partition();
                SourcePosition position = new SourcePosition(input.offset(), target.index());
                SourcePosition prev = sent.getOrDefault(partition, SourcePosition.NONE);
                sent.put(partition, position);
                inFlight.computeIfAbsent(partition, p -> new ArrayDeque<>())
                        .add(new Entry(partition, position, prev));
            }
            return true;
        }

        void write(int partition) {
            Entry entry = poll(partition);
            if (entry != null) {
                journal.add(entry);
                if (choose(4) == 0) {
                    stray.add(entry);
                }
            }
        }

        void fail(int partition) {
            Entry entry = poll(partition);
            if (entry != null) {
                failed = true;
                if (choose(2) == 0) {
                    stray.add(entry);
                }
            }
        }

        void commit() {
            if (!failed && inFlight.values().stream().allMatch(Deque::isEmpty)) {
                committed = Math.max(committed, next);
            }
        }

        void writeAll() {
            for (Deque<Entry> queue : inFlight.values()) {
                journal.addAll(queue);
                queue.clear();
            }
        }

        private Entry poll(int partition) {
            Deque<Entry> queue = inFlight.get(partition);
            return queue == null ? null : queue.poll();
        }
    }
}
