package io.qtrader.app.replay.file;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.JournalLine;
import io.qtrader.app.replay.file.FileBlocks.Block;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ExportedEntry;
import io.qtrader.schemas.Genesis;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** An exported journal. */
public final class FileJournal implements Journal {

    private interface Reading<T> {
        T read() throws IOException;
    }

    private final Path path;
    private final FileBlocks blocks;
    /** Where each partition's first block begins. */
    private final long[] starts;

    /**
     * Opens a file, and looks whether it is whole.
     *
     * @throws CommandFailure where it cannot be read, is no journal, or is cut short
     */
    public FileJournal(Path path) {
        this.path = path;
        blocks = reading(() -> new FileBlocks(new RandomAccessFile(path.toFile(), "r")));
        starts = new long[partitions()];
        try {
            reading(() -> {
                index();
                return null;
            });
        } catch (CommandFailure e) {
            close();
            throw e;
        }
    }

    /** Each partition begins with a block of its own, so counts tell where. */
    private void index() throws IOException {
        long at = blocks.first();
        for (int partition = 0; partition < starts.length; partition++) {
            starts[partition] = at;
            long seen = 0;
            while (seen < end(partition)) {
                Block block = blocks.block(at);
                if (block == null) {
                    throw new DamagedFileException("it is cut short: it ends behind partition "
                            + partition + " offset " + (seen - 1) + ", but has entries up to "
                            + (end(partition) - 1) + (partition + 1 == starts.length ? ""
                            : ", and other partitions behind it"));
                }
                seen += block.entries();
                at = block.end();
            }
            if (seen != end(partition)) {
                throw new DamagedFileException("before byte " + at + " are " + seen
                        + " entries of partition " + partition + ", must be " + end(partition));
            }
        }
        if (at != blocks.length()) {
            throw new DamagedFileException("it goes on behind its last entry, from byte " + at);
        }
    }

    @Override
    public String journalid() {
        return blocks.header().journalid();
    }

    @Override
    public int partitions() {
        return blocks.header().ends().size();
    }

    @Override
    public long end(int partition) {
        return blocks.header().ends().get(partition);
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public Lines read(int partition) {
        return new FileLines(partition);
    }

    @Override
    public void close() {
        reading(() -> {
            blocks.close();
            return null;
        });
    }

    private <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (DamagedFileException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + path + " ("
                    + e.getClass().getSimpleName() + ": " + e.getMessage() + ")",
                    "is it there, and a file that this user may read?", e);
        }
    }

    private CommandFailure damaged(DamagedFileException e) {
        return new CommandFailure(path + ": " + e.getMessage(),
                "export the journal again, or take another copy", e);
    }

    private final class FileLines implements Lines {

        private final int partition;
        private long at;
        private long next;
        private Iterator<ExportedEntry> block = List.<ExportedEntry>of().iterator();

        FileLines(int partition) {
            this.partition = partition;
            this.at = starts[partition];
        }

        @Override
        public JournalLine next() {
            if (next == end(partition)) {
                return null;
            }
            if (!block.hasNext()) {
                block = reading(this::nextBlock);
            }
            return line(block.next());
        }

        private Iterator<ExportedEntry> nextBlock() throws IOException {
            Block place = blocks.block(at);
            at = place.end();
            try {
                return blocks.entries(place).iterator();
            } catch (DamagedFileException e) {
                throw new DamagedFileException("partition " + partition + " offset " + next
                        + " or soon behind it: " + e.getMessage());
            }
        }

        private JournalLine line(ExportedEntry e) {
            if (e.getPartition() != partition || e.getOffset() != next
                    || next == 0 && !isOurGenesis(e)) {
                throw damaged(new DamagedFileException("where partition " + partition + " offset "
                        + next + " must stand is partition " + e.getPartition() + " offset "
                        + e.getOffset() + ": " + e.getEntry()));
            }
            next++;
            return new JournalLine(partition, e.getOffset(), e.getTimestamp(), bytes(e.getKey()),
                    e.getEntry());
        }

        private boolean isOurGenesis(ExportedEntry e) {
            return e.getEntry().getEvent() instanceof Control control
                    && control.getDetail() instanceof Genesis genesis
                    && genesis.getJournalid().equals(journalid())
                    && genesis.getPartition() == partition
                    && genesis.getPartitions() == partitions();
        }

        @Override
        public void close() {
            // The file stays open for the next partition.
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
