package io.qtrader.app.replay.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.replay.Journal;
import io.qtrader.app.replay.Journal.Lines;
import io.qtrader.app.replay.JournalLine;
import io.qtrader.app.replay.MadeJournal;
import io.qtrader.app.replay.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {

    @TempDir
    private Path directory;

    private final MadeJournal journal = MadeJournal.of(7, 2, 400);
    private Path file;

    @BeforeEach
    void export() {
        file = directory.resolve("journal.avro");
        Export.write(journal, file, progress());
    }

    private Progress progress() {
        return new Progress(new PrintWriter(new StringWriter()), journal.entries());
    }

    @Test
    void givesBackWhatWasExported() {
        try (FileJournal read = new FileJournal(file)) {
            assertThat(read.journalid()).isEqualTo(MadeJournal.ID);
            assertThat(read.partitions()).isEqualTo(2);
            assertThat(read.entries()).isEqualTo(journal.entries());
        }
        assertThat(contents(file)).isEqualTo(contents(journal));
    }

    @Test
    void anyAvroToolReadsIt() throws IOException {
        List<Object> offsets = new ArrayList<>();
        try (var reader = new DataFileReader<GenericRecord>(
                file.toFile(), new GenericDatumReader<>())) {
            reader.forEach(entry -> offsets.add(entry.get("offset")));
        }
        assertThat(offsets).hasSize((int) journal.entries()).startsWith(0L, 1L, 2L);
    }

    @Test
    void overwritesNothing() {
        assertThatThrownBy(() -> Export.write(journal, file, progress()))
                .isInstanceOf(CommandFailure.class).hasMessageContaining("is there already");
        assertThat(directory.toFile().list()).containsExactly("journal.avro");
    }

    @Test
    void aFileCutShortAnywhereIsNoticedBeforeAnythingIsRead() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random chance = new Random(1);
        for (int i = 0; i < 100; i++) {
            int length = i == 0 ? whole.length - 1 : chance.nextInt(whole.length);
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> new FileJournal(file)).as("cut to " + length)
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageStartingWith(file + ": ")
                    .hasMessageEndingWith("export the journal again, or take another copy");
        }
    }

    @Test
    void saysWhereItIsCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));

        assertThatThrownBy(() -> new FileJournal(file))
                .hasMessageContaining("it is cut short: it ends at byte " + (whole.length - 100)
                        + ", in the block at byte ");
    }

    /** A bit that no decoder looks at may pass, but never other entries than were written. */
    @Test
    void aFlippedByteIsNamedOrChangesNothing() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        List<Object> original = contents(journal);
        Random chance = new Random(2);
        int harmless = 0;
        for (int i = 0; i < 250; i++) {
            int at = i < 100 ? i * whole.length / 100
                    : chance.nextInt(whole.length);
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << chance.nextInt(8));
            Files.write(file, flipped);
            try {
                assertThat(contents(file)).as("flipped at " + at).isEqualTo(original);
                harmless++;
            } catch (CommandFailure e) {
                assertThat(e).hasMessageStartingWith(file + ": ");
            }
        }
        assertThat(harmless).isLessThan(4);
    }

    @Test
    void namesTheEntryNearWhichAByteIsFlipped() throws IOException {
        byte[] flipped = Files.readAllBytes(file);
        flipped[flipped.length - 500] ^= 4;
        Files.write(file, flipped);

        assertThatThrownBy(() -> contents(file)).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("partition 1 offset ")
                .hasMessageContaining("or soon behind it: the block at byte ")
                .hasMessageContaining(" is not as it was written");
    }

    @Test
    void refusesWhatIsNoJournal() throws IOException {
        Files.writeString(file, "rulesversion: 1\n");
        assertThatThrownBy(() -> new FileJournal(file))
                .hasMessageContaining("does not begin as an Avro object container file");
        assertThatThrownBy(() -> new FileJournal(directory.resolve("none")))
                .isInstanceOf(CommandFailure.class).hasMessageStartingWith("cannot read ");
    }

    private static List<Object> contents(Path path) {
        try (FileJournal journal = new FileJournal(path)) {
            return contents(journal);
        }
    }

    private static List<Object> contents(Journal journal) {
        List<Object> contents = new ArrayList<>();
        for (int partition = 0; partition < journal.partitions(); partition++) {
            try (Lines lines = journal.read(partition)) {
                for (JournalLine line = lines.next(); line != null; line = lines.next()) {
                    contents.add(List.of(line.place(), line.timestamp(), new String(line.key()),
                            line.entry()));
                }
            }
        }
        return contents;
    }
}
