package io.qtrader.client;

import io.qtrader.client.ReaderAlarm.Reason;

/**
 * The rule by which one partition of child-orders is read uncommitted, and nothing else.
 *
 * <p>What the Oms writes there is determined by the journal, so whatever is written twice, after an
 * aborted transaction or a replay, is the same twice. The next instruction is the one whose counter
 * is the last plus one; one that is not newer is a repetition and must say what it said before; all
 * else is an alarm. The very first record, where nothing is remembered, is taken whatever its
 * counter: retention may have removed those before it.
 */
public final class ChildOrderSequence {

    /** How many digests are remembered, to compare repetitions with [records]. */
    public static final int REMEMBERED = 65_536;

    /** What to do with a record. */
    public enum Verdict {
        /** It is the next instruction. */
        TAKE,
        /** It is a repetition. */
        DROP
    }

    private final long[] digests = new long[REMEMBERED];
    private String journalid;
    private long first;
    private long last;

    /** The journal that determines this partition; null before the first record. */
    public String journalid() {
        return journalid;
    }

    /** The counter of the last instruction taken; 0 before the first. */
    public long last() {
        return last;
    }

    /**
     * Judges a record, and remembers it if it is taken.
     *
     * @throws ReaderAlarm OTHER_JOURNAL, GAP or DIGEST_DIFFERS; nothing is remembered then
     */
    public Verdict accept(ChildOrderHeader header) {
        if (journalid == null) {
            journalid = header.seq().journalid();
            first = header.counter();
            last = header.counter() - 1;
        }
        if (!journalid.equals(header.seq().journalid())) {
            throw new ReaderAlarm(
                    Reason.OTHER_JOURNAL,
                    "found=" + header.seq().header() + ", expected journal=" + journalid);
        }
        if (header.counter() > last + 1) {
            throw new ReaderAlarm(
                    Reason.GAP,
                    "found counter=" + header.counter() + " (" + header.seq().header()
                            + "), expected=" + (last + 1));
        }
        if (header.counter() <= last) {
            compare(header);
            return Verdict.DROP;
        }
        last = header.counter();
        digests[slot(last)] = header.digest();
        return Verdict.TAKE;
    }

    /** Only what is still remembered can be compared; older repetitions are dropped unseen. */
    private void compare(ChildOrderHeader header) {
        long counter = header.counter();
        if (counter < first || counter <= last - REMEMBERED) {
            return;
        }
        long before = digests[slot(counter)];
        if (before != header.digest()) {
            throw new ReaderAlarm(
                    Reason.DIGEST_DIFFERS,
                    "counter=" + counter + " (" + header.seq().header() + "), found="
                            + Long.toHexString(header.digest()) + ", taken before="
                            + Long.toHexString(before));
        }
    }

    private static int slot(long counter) {
        return (int) (counter % REMEMBERED);
    }
}
