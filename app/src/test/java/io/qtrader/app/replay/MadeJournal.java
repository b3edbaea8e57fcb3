package io.qtrader.app.replay;

import io.qtrader.app.policy.PolicyFile;
import io.qtrader.core.state.Output;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Source;
import io.qtrader.schemas.Tick;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A journal in memory, as a sequencer would have written it: intents and quotes by chance, ticks,
 * and the answers of a broker to what the core instructs. The same seed makes the same journal.
 */
public final class MadeJournal implements Journal {

    public static final String ID = "made-journal";
    static final int SYMBOLS = 3;
    private static final Instant START = Instant.parse("2026-10-01T13:30:00Z");
    private static final long STEP_MICROS = 40_000;

    /** What an entry makes. */
    record Made(JournalLine line, int index, Output output) {
    }

    private final List<List<JournalLine>> lines = new ArrayList<>();
    private final List<List<Made>> outputs = new ArrayList<>();
    private final int partitions;

    private MadeJournal(int partitions) {
        this.partitions = partitions;
    }

    /** A journal with about so many entries in each partition. */
    public static MadeJournal of(long seed, int partitions, int entries) {
        MadeJournal journal = new MadeJournal(partitions);
        for (int partition = 0; partition < partitions; partition++) {
            journal.new Writer(partition, seed).write(entries);
        }
        return journal;
    }

    static String symbol(int partition, int n) {
        return "S" + partition + (char) ('A' + n);
    }

    List<JournalLine> lines(int partition) {
        return lines.get(partition);
    }

    List<Made> outputs(int partition) {
        return outputs.get(partition);
    }

    /** Takes what an entry makes. */
    public interface MadeSink {
        void take(JournalLine line, int index, Output output);
    }

    /** Gives out everything that a partition's entries make, in order. */
    public void forEachOutput(int partition, MadeSink sink) {
        outputs.get(partition).forEach(
                made -> sink.take(made.line(), made.index(), made.output()));
    }

    @Override
    public String journalid() {
        return ID;
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public long end(int partition) {
        return lines.get(partition).size();
    }

    @Override
    public String name() {
        return "made journal";
    }

    @Override
    public Lines read(int partition) {
        var iterator = lines.get(partition).iterator();
        return new Lines() {
            @Override
            public JournalLine next() {
                return iterator.hasNext() ? iterator.next() : null;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** Writes one partition. */
    private final class Writer {
        private final int partition;
        private final Random chance;
        private final PartitionMachine machine = new PartitionMachine("made journal");
        private final Map<String, Long> sent = new HashMap<>();
        private final List<JournalLine> written = new ArrayList<>();
        private final List<Made> made = new ArrayList<>();
        private final MadeBroker broker;
        private Instant now = START;

        Writer(int partition, long seed) {
            this.partition = partition;
            this.chance = new Random(seed * 31 + partition);
            this.broker = new MadeBroker("e" + partition, chance);
        }

        void write(int entries) {
            setup();
            while (written.size() < entries) {
                now = now.plusNanos(STEP_MICROS * 1000);
                Execution answer = chance.nextInt(3) > 0 ? broker.answer(now) : null;
                if (answer != null) {
                    input("executions", Long.toString(answer.getChildid()), answer);
                } else {
                    byChance();
                }
            }
            lines.add(written);
            outputs.add(made);
        }

        private void setup() {
            List<Control> controls = new ArrayList<>();
            controls.add(Control.newBuilder().setTime(now).setAction(ControlAction.GENESIS)
                    .setOperator("setup").setDetail(new Genesis(ID, partition, partitions))
                    .build());
            PolicyFile.builtIn(PolicyFile.DEMO).controls().forEach(c -> controls.add(
                    Control.newBuilder(c).setTime(now).build()));
            for (int n = 0; n < controls.size(); n++) {
                add("", new JournalEntry(new Source("setup", "setup", 0, (long) n, 0, n - 1L,
                        n == 0 ? -1 : 0), now, controls.get(n)));
            }
        }

        private void byChance() {
            String sym = symbol(partition, chance.nextInt(SYMBOLS));
            switch (chance.nextInt(4)) {
                case 0 -> input("intents", sym, new Intent(now, sym, "s" + chance.nextInt(2),
                        (chance.nextInt(9) - 4) * 100L, chance.nextInt(11) / 10.0, Map.of()));
                case 1 -> add("", new JournalEntry(new Source("", "", 0, 0L, 0, 0L, 0), now,
                        new Tick(0)));
                default -> {
                    double mid = 100 + chance.nextInt(20) / 100.0;
                    input("quotes", sym, Quote.newBuilder().setTime(now).setSym(sym)
                            .setBid(mid - 0.01).setAsk(mid + 0.01).build());
                }
            }
        }

        private void input(String topic, String key, Object event) {
            long offset = sent.merge(topic, 1L, Long::sum) - 1;
            Source source = new Source("id-" + topic, topic, partition, offset, 0, offset - 1,
                    offset == 0 ? -1 : 0);
            add(key, new JournalEntry(source, now, event));
        }

        private void add(String key, JournalEntry entry) {
            JournalLine line = new JournalLine(partition, written.size(),
                    entry.getTime().toEpochMilli(), key.getBytes(StandardCharsets.UTF_8), entry);
            written.add(line);
            List<Output> all = machine.apply(line);
            for (int index = 0; index < all.size(); index++) {
                made.add(new Made(line, index, all.get(index)));
                broker.take(all.get(index));
            }
        }
    }
}
