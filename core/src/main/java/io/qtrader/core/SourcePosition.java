package io.qtrader.core;

/**
 * Where in a source partition a journal entry comes from.
 *
 * @param offset offset of the input record
 * @param index which of the entries that this record makes
 */
public record SourcePosition(long offset, int index) implements Comparable<SourcePosition> {
    /** Before everything: nothing accepted yet, nothing sent yet. */
    public static final SourcePosition NONE = new SourcePosition(-1, -1);

    @Override
    public int compareTo(SourcePosition other) {
        return compare(offset, index, other.offset, other.index);
    }

    static int compare(long offset, int index, long otherOffset, int otherIndex) {
        int byOffset = Long.compare(offset, otherOffset);
        return byOffset != 0 ? byOffset : Integer.compare(index, otherIndex);
    }
}
