package io.qtrader.app.replay.file;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.Journal.Lines;
import io.qtrader.app.replay.JournalLine;
import io.qtrader.app.replay.Progress;
import io.qtrader.schemas.ExportedEntry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;

/** Writes a journal, as it stands, into one file. */
public final class Export {

    private static final int LEVEL = 3;
    private static final int BLOCK_BYTES = 1 << 18;

    private Export() {
    }

    /**
     * Writes it; under its name the file is there only when it is whole.
     *
     * @throws CommandFailure where the file is there already or cannot be written
     */
    public static void write(Journal journal, Path file, Progress progress) {
        if (Files.exists(file)) {
            throw new CommandFailure(file + " is there already", "give another name, or remove it");
        }
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half))) {
                write(journal, out, progress);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file + " (" + e.getClass().getSimpleName()
                    + ": " + e.getMessage() + ")", "is there room, and may this user write?", e);
        } finally {
            half.toFile().delete();
        }
    }

    private static void write(Journal journal, OutputStream out, Progress progress)
            throws IOException {
        SpecificData model = SpecificData.getForClass(ExportedEntry.class);
        try (DataFileWriter<ExportedEntry> writer = new DataFileWriter<>(
                new SpecificDatumWriter<>(ExportedEntry.SCHEMA$, model))) {
            writer.setCodec(CodecFactory.zstandardCodec(LEVEL, true));
            writer.setSyncInterval(BLOCK_BYTES);
            header(journal).forEach(writer::setMeta);
            writer.create(ExportedEntry.SCHEMA$, out);
            for (int partition = 0; partition < journal.partitions(); partition++) {
                write(journal, partition, writer, progress);
                writer.sync();
            }
        }
    }

    private static void write(Journal journal, int partition,
            DataFileWriter<ExportedEntry> writer, Progress progress) throws IOException {
        try (Lines lines = journal.read(partition)) {
            for (JournalLine line = lines.next(); line != null; line = lines.next()) {
                ByteBuffer key = line.key() == null ? null : ByteBuffer.wrap(line.key());
                writer.append(new ExportedEntry(partition, line.offset(), line.timestamp(), key,
                        line.entry()));
                progress.one();
            }
        }
    }

    /** With the checksum over what Avro itself will write beside it. */
    private static Map<String, String> header(Journal journal) {
        Map<String, String> header = new HashMap<>(new FileHeader(journal.journalid(),
                LongStream.range(0, journal.partitions())
                        .mapToObj(p -> journal.end((int) p)).toList()).meta());
        Map<String, byte[]> all = new HashMap<>();
        header.forEach((key, value) -> all.put(key, value.getBytes(StandardCharsets.UTF_8)));
        all.put(DataFileConstants.SCHEMA,
                ExportedEntry.SCHEMA$.toString().getBytes(StandardCharsets.UTF_8));
        all.put(DataFileConstants.CODEC,
                DataFileConstants.ZSTANDARD_CODEC.getBytes(StandardCharsets.UTF_8));
        header.put(FileHeader.CHECKSUM, FileHeader.checksum(all));
        return header;
    }
}
