package io.qtrader.core;

/**
 * Which journal entries count, where the sequencer may have written an input more than once, or a
 * later one before an earlier one.
 *
 * <p>An entry states its position in its source partition and {@code prev}, the position that the
 * same sequencer task had sent just before it from that source partition to this journal partition
 * ({@link SourcePosition#NONE} at first). It is accepted iff
 *
 * <pre>position &gt; last  and  prev &lt;= last</pre>
 *
 * where {@code last} is the last accepted position of that source partition in this journal
 * partition. The first half drops repetitions. The second drops what comes after a hole: a send
 * that failed, followed by one that did not. The task that made the hole cannot commit past it, so
 * whoever takes over sends both again. A task's first entry may state NONE because it starts at a
 * committed offset, and everything before that is in the journal already.
 *
 * <p>Quotes and ticks are exempt: of those the newest wins.
 */
public final class Acceptance {
    private Acceptance() {}

    /** Whether an entry counts, given the last one from its source partition that did. */
    public static boolean accepts(
            SourcePosition last, SourcePosition prev, SourcePosition position) {
        return position.compareTo(last) > 0 && prev.compareTo(last) <= 0;
    }
}
