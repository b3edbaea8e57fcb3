package io.qtrader.app.replay.verify;

import io.qtrader.app.CommandFailure;
import io.qtrader.client.Cleanup;
import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Walks one partition of an output topic beside what the core makes for it. Both are in the order of
 * {@code qtrader-seq}; what stands out of it is not the Oms's.
 */
final class StreamWalk {

    /** The next record with a seq of this journal. */
    private record Head(OutputRecord record, Seq seq) {
    }

    private final Scope scope;
    private final Tally tally;
    private final RecordCheck check;
    private final Outputs.Records records;
    private final Topic topic;
    /** Keys whose latest record so far is not there: a later one must be. */
    private final Map<String, Expected> absent = new LinkedHashMap<>();
    private Head head;
    private Head next;
    private boolean begun;

    /**
     * What all walks of a partition share.
     *
     * @param partition the journal partition
     * @param journalid identity of the journal
     * @param end how many entries the partition has
     * @param committed offset before which all outputs must be there
     * @param growing whether the journal may have grown behind its end, as a file's has
     * @param where what the outputs and the journal are called in messages
     */
    record Scope(int partition, String journalid, long end, long committed, boolean growing,
            String where) {
    }

    StreamWalk(Scope scope, Tally tally, RecordCheck check, Outputs.Records records) {
        this.scope = scope;
        this.tally = tally;
        this.check = check;
        this.records = records;
        this.topic = tally.topic();
        if (topic.cleanup() == Cleanup.NEVER && records.begin() > 0) {
            tally.different(new Difference(topic, scope.partition, null, null, null,
                    "its records before offset " + records.begin() + " are deleted, and none may"
                            + " ever be"));
        }
        head = take();
        next = take();
    }

    /** The core makes a record: is it there, and nothing before it? */
    void expect(Expected expected) {
        tally.made++;
        while (head != null && !stands(expected.seq())) {
            intruder(head);
            advance();
        }
        if (head == null || head.seq.compareTo(expected.seq()) > 0) {
            missing(expected);
            return;
        }
        Optional<String> fault = check.fault(expected.output(), head.record);
        if (fault.isEmpty()) {
            tally.equal++;
        } else {
            tally.different(new Difference(topic, scope.partition, head.record, head.seq, expected,
                    "a record is not what the journal makes: " + fault.get()));
        }
        absent.remove(expected.output().key());
        begun = true;
        advance();
    }

    /** Whether the next record can be the one expected, or one behind it that is in its place. */
    private boolean stands(Seq expected) {
        boolean overtaken = next != null && next.seq.compareTo(head.seq) < 0
                && next.seq.compareTo(expected) >= 0;
        return head.seq.compareTo(expected) >= 0 && !overtaken;
    }

    private void missing(Expected expected) {
        boolean due = expected.seq().offset() < scope.committed;
        switch (topic.cleanup()) {
            case COMPACT -> {
                if (due || head != null) {
                    tally.compacted++;
                    absent.put(expected.output().key(), expected);
                } else {
                    tally.pending++;
                }
            }
            case DELETE, NEVER -> {
                if (topic.cleanup() == Cleanup.DELETE && !begun && records.begin() > 0) {
                    tally.expired++;
                } else if (due || head != null) {
                    tally.different(lost(expected));
                } else {
                    tally.pending++;
                }
            }
        }
    }

    private Difference lost(Expected expected) {
        return new Difference(topic, scope.partition, null, expected.seq(), expected,
                topic.cleanup() == Cleanup.COMPACT
                        ? "the latest record of key " + expected.output().key() + " is missing"
                        : "a record is missing");
    }

    /** The core makes no more. */
    void finish() {
        for (; head != null; advance()) {
            intruder(head);
        }
        absent.values().forEach(expected -> {
            tally.compacted--;
            // Compaction leaves no trace of what a tombstone ends.
            if (expected.output().value() != null) {
                tally.different(lost(expected));
            }
        });
    }

    private void intruder(Head intruder) {
        tally.different(new Difference(topic, scope.partition, intruder.record, intruder.seq, null,
                "a record is there that the journal does not make"));
    }

    private void advance() {
        head = next;
        next = take();
    }

    /** The next record that can be the Oms's by its headers. */
    private Head take() {
        for (OutputRecord r = records.next(); r != null; r = records.next()) {
            String fault = "it bears no " + Seq.HEADER;
            try {
                Optional<Seq> seq = Seq.of(r.headers());
                if (seq.isPresent() && ours(seq.get(), r)) {
                    return new Head(r, seq.get());
                } else if (seq.isPresent()) {
                    continue;
                }
            } catch (IllegalArgumentException e) {
                fault = e.getMessage();
            }
            tally.different(new Difference(topic, scope.partition, r, null, null,
                    "a record is not the Oms's: " + fault));
        }
        return null;
    }

    private boolean ours(Seq seq, OutputRecord r) {
        if (!seq.journalid().equals(scope.journalid)) {
            if (tally.equal == 0 && tally.different() == 0) {
                throw new CommandFailure(scope.where + ": " + topic.suffix() + " partition "
                        + scope.partition + " offset " + r.offset() + " was made by journal "
                        + seq.journalid() + ", but the journal replayed is " + scope.journalid,
                        "give the outputs' own journal, or the --prefix of the journal's outputs");
            }
            tally.different(new Difference(topic, scope.partition, r, null, null,
                    "a record was made by another journal, " + seq.journalid()));
            return false;
        }
        if (seq.offset() >= scope.end) {
            if (scope.growing) {
                tally.newer++;
            } else {
                tally.different(new Difference(topic, scope.partition, r, null, null,
                        "a record says that journal offset " + seq.offset() + " made it, but the"
                                + " journal ends at " + (scope.end - 1)));
            }
            return false;
        }
        return true;
    }
}
