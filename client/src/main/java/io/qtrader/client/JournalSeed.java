package io.qtrader.client;

import io.qtrader.client.TopicReader.Held;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.JournalEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.Uuid;

/**
 * Writes the first entries of a journal: who it is, and by which policy it decides. Every partition
 * begins with GENESIS, then come the controls that set-up is given, POLICY first.
 *
 * <p>Done twice it does nothing the second time. Where it was stopped half-way it goes on, under
 * the same journal id; where a journal is another than it seems, it refuses. It writes without a
 * transaction, because a transaction's marker would take an offset, and the journal's offsets are
 * dense.
 */
public final class JournalSeed {

    private final Map<String, ?> config;
    private final String topic;
    private final AvroSerde<JournalEntry> serde;
    private final InstantSource clock;

    /**
     * What seeding came to.
     *
     * @param journalid the journal's identity
     * @param partitions how many partitions it has
     * @param written how many entries were written now, 0 where all was there
     */
    public record Seeded(String journalid, int partitions, int written) {}

    /**
     * Connects to nothing yet.
     *
     * @param config Kafka's properties; ours and the registry's are left out
     * @param clock gives the time of the entries
     */
    public JournalSeed(
            Map<String, ?> config, TopicNames names, Registry registry, InstantSource clock) {
        this.config = config;
        this.topic = names.of(Topic.JOURNAL);
        this.serde = AvroSerde.of(registry, names, Topic.JOURNAL, JournalEntry.class);
        this.clock = clock;
    }

    /** The journal's identity; as {@link #seeded()}. */
    public Optional<String> journalid() {
        return seeded().map(Seeded::journalid);
    }

    /**
     * What stands there, where every partition says the same; empty where none is seeded.
     *
     * @throws SetupException if partitions contradict each other, or some are seeded and some not
     * @throws ClusterException if the cluster does not give them
     */
    public Optional<Seeded> seeded() {
        Map<Integer, List<JournalEntry>> begin = read(1);
        Optional<String> journalid = identity(begin);
        if (journalid.isPresent()) {
            begin.forEach(
                    (partition, entries) -> {
                        if (entries.isEmpty()) {
                            throw new SetupException(
                                    topic + " partition " + partition + " is empty, others are"
                                            + " not: run topics create to finish what it began");
                        }
                    });
        }
        return journalid.map(id -> new Seeded(id, begin.size(), 0));
    }

    /**
     * Writes what is missing of the first entries.
     *
     * @param controls what follows GENESIS, POLICY first; their times are set here
     * @throws SetupException if what is there is not the beginning of such a journal
     * @throws ClusterException if the cluster does not do it
     */
    public Seeded seed(List<Control> controls) {
        if (controls.isEmpty() || controls.get(0).getAction() != ControlAction.POLICY) {
            throw new IllegalArgumentException("the first control after GENESIS must be POLICY");
        }
        Map<Integer, List<JournalEntry>> before = read(controls.size() + 2);
        Optional<String> known = identity(before);
        String journalid = known.orElseGet(() -> Uuid.randomUuid().toString());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<Integer, List<JournalEntry>> missing = new TreeMap<>();
        List<Integer> others = new ArrayList<>();
        before.forEach(
                (partition, entries) -> {
                    Genesis genesis = new Genesis(journalid, partition, before.size());
                    List<JournalEntry> all = SeedEntries.of(genesis, controls, now);
                    if (!SeedEntries.underWay(entries, all)) {
                        others.add(partition);
                    } else if (entries.size() < all.size()) {
                        missing.put(partition, all.subList(entries.size(), all.size()));
                    }
                });
        if (others.size() == before.size() || missing.isEmpty()) {
            return new Seeded(journalid, before.size(), 0);
        }
        refuseMixture(missing.keySet(), others);
        new SeedWriter(config, topic, serde).write(missing);
        confirm(journalid, controls.size() + 1, missing);
        int written = missing.values().stream().mapToInt(List::size).sum();
        return new Seeded(journalid, before.size(), written);
    }

    /** All partitions decide by the same policy, and none begins when another has gone on. */
    private void refuseMixture(Set<Integer> missing, List<Integer> others) {
        if (!others.isEmpty()) {
            throw new SetupException(
                    topic + " partitions " + missing + " lack first entries, but partitions "
                            + others + " began with other controls or have gone on: finish with"
                            + " the policy that it was begun with, or restore what was lost");
        }
    }

    /** Two set-ups at once would both find the journal empty: the loser must not go unnoticed. */
    private void confirm(
            String journalid, int count, Map<Integer, List<JournalEntry>> written) {
        Map<Integer, List<JournalEntry>> after = read(count);
        boolean ours = identity(after).equals(Optional.of(journalid));
        for (int partition : written.keySet()) {
            List<JournalEntry> entries = after.get(partition);
            List<JournalEntry> mine = written.get(partition);
            int from = Math.max(0, count - mine.size());
            ours &= mine.isEmpty() || entries.subList(from, entries.size()).equals(mine);
        }
        if (!ours) {
            throw new SetupException(
                    topic + ": another set-up wrote at the same time; while nothing else is in it,"
                            + " delete the topic and run topics create once");
        }
    }

    /** The first entries of every partition, by partition; fewer where there are fewer. */
    private Map<Integer, List<JournalEntry>> read(int most) {
        Map<Integer, List<JournalEntry>> entries = new TreeMap<>();
        try (TopicReader reader = new TopicReader(config, topic)) {
            reader.read(most).forEach((partition, held) -> entries.put(partition, decode(held)));
        }
        return entries;
    }

    private List<JournalEntry> decode(Held held) {
        if (held.begin() > 0) {
            throw new SetupException(
                    topic + " begins at offset " + held.begin() + ", must be 0: its first entries"
                            + " have been deleted, so it cannot be replayed; restore it");
        }
        List<JournalEntry> entries = new ArrayList<>();
        for (var record : held.records()) {
            try {
                entries.add(serde.deserialize(record.value(), record.headers()));
            } catch (UndecodableException e) {
                throw new SetupException(
                        topic + " partition " + record.partition() + " offset " + record.offset()
                                + " is no journal entry (" + e.getMessage() + "): this is not a"
                                + " journal of qtrader, set another " + TopicNames.PREFIX_KEY);
            }
        }
        return entries;
    }

    private Optional<String> identity(Map<Integer, List<JournalEntry>> begin) {
        String journalid = null;
        for (Map.Entry<Integer, List<JournalEntry>> partition : begin.entrySet()) {
            if (!partition.getValue().isEmpty()) {
                Genesis genesis = genesis(partition.getKey(), partition.getValue().get(0));
                check(genesis, partition.getKey(), begin.size(), journalid);
                journalid = genesis.getJournalid();
            }
        }
        return Optional.ofNullable(journalid);
    }

    private Genesis genesis(int partition, JournalEntry entry) {
        if (entry.getEvent() instanceof Control control
                && control.getAction() == ControlAction.GENESIS
                && control.getDetail() instanceof Genesis genesis) {
            return genesis;
        }
        throw new SetupException(
                topic + " partition " + partition + " does not begin with GENESIS: something wrote"
                        + " to it before topics create did; delete it and run topics create");
    }

    private void check(Genesis genesis, int partition, int partitions, String journalid) {
        boolean right =
                genesis.getPartition() == partition
                        && genesis.getPartitions() == partitions
                        && (journalid == null || journalid.equals(genesis.getJournalid()));
        if (!right) {
            throw new SetupException(
                    topic + " partition " + partition + " says journalid="
                            + genesis.getJournalid() + ", partition=" + genesis.getPartition()
                            + ", partitions=" + genesis.getPartitions() + "; expected journalid="
                            + (journalid == null ? "any" : journalid) + ", partition=" + partition
                            + ", partitions=" + partitions + ": this is not one whole journal;"
                            + " restore it");
        }
    }
}
