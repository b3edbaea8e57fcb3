package io.qtrader.app.replay;

/** A journal as it stood when it was opened, wherever it is kept. */
public interface Journal extends AutoCloseable {

    /** Its identity, from GENESIS. */
    String journalid();

    /** How many partitions it has. */
    int partitions();

    /** How many entries a partition has; offsets run from 0 to one less. */
    long end(int partition);

    /**
     * Reads a partition from its first entry to its end. One at a time.
     *
     * @throws io.qtrader.app.CommandFailure while reading, where an entry is missing or cannot be
     *     decoded, naming its place
     */
    Lines read(int partition);

    /** What it is called in messages. */
    String name();

    /** How many entries all partitions have. */
    default long entries() {
        long entries = 0;
        for (int partition = 0; partition < partitions(); partition++) {
            entries += end(partition);
        }
        return entries;
    }

    @Override
    void close();

    /** The entries of one partition, in order. */
    interface Lines extends AutoCloseable {

        /** The next one; null at the end. */
        JournalLine next();

        @Override
        void close();
    }
}
