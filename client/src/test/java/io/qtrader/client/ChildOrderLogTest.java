package io.qtrader.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.client.ChildOrderLog.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildOrderLogTest {

    private static final int KEEP = 4;

    @TempDir private Path directory;

    @Test
    void isEmptyBeforeTheFirstCommit() throws IOException {
        try (ChildOrderLog log = log()) {
            assertThat(log.load()).isEmpty();
            assertThat(log.journalid()).isNull();
        }
    }

    @Test
    void keepsWhatWasAppended() throws IOException {
        append(1, 2);
        append(3, 3);

        try (ChildOrderLog log = log()) {
            assertThat(log.load()).isEqualTo(entries(1, 3));
            assertThat(log.journalid()).isEqualTo("journal-1");
        }
    }

    @Test
    void anEntryThatWasTornAtAnyByteNeverWas() throws IOException {
        append(1, 2);
        append(3, 3);
        byte[] whole = Files.readAllBytes(file());
        for (int torn = 1; torn <= 32; torn++) {
            Files.write(file(), Arrays.copyOf(whole, whole.length - torn));
            try (ChildOrderLog log = log()) {
                assertThat(log.load()).isEqualTo(entries(1, 2));
                log.append("journal-1", entries(3, 4));
            }
            try (ChildOrderLog log = log()) {
                assertThat(log.load()).isEqualTo(entries(1, 4));
            }
        }
    }

    @Test
    void endsBeforeTheFirstDamagedEntry() throws IOException {
        append(1, 4);
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length - 2 * 32 + 3] ^= 1;
        Files.write(file(), bytes);

        try (ChildOrderLog log = log()) {
            assertThat(log.load()).isEqualTo(entries(1, 2));
        }
    }

    @Test
    void doesNotGrowForEver() throws IOException {
        for (long counter = 1; counter <= 100; counter++) {
            append(counter, counter);
            assertThat(Files.size(file())).isLessThan(100 + 2 * KEEP * 32);
        }
        try (ChildOrderLog log = log()) {
            List<Entry> kept = log.load();
            assertThat(kept).hasSizeGreaterThanOrEqualTo(KEEP);
            assertThat(kept).isEqualTo(entries(101 - kept.size(), 100));
        }
    }

    @Test
    void aCrashWhileItIsWrittenAfreshLeavesTheOldOne() throws IOException {
        append(1, 3);
        Files.writeString(directory.resolve("child-orders-0.state.new"), "half a fi");

        try (ChildOrderLog log = log()) {
            assertThat(log.load()).isEqualTo(entries(1, 3));
        }
    }

    @Test
    void refusesAFileThatIsSomethingElse() throws IOException {
        for (String content : List.of("", "nonsense\n", "qtrader-child-orders/1 t 0 j\n")) {
            Files.writeString(
                    file(), content, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try (ChildOrderLog log = log()) {
                assertThatThrownBy(log::load)
                        .isInstanceOf(SetupException.class)
                        .hasMessageContaining(file() + " is not the state of a reader of t")
                        .hasMessageContaining("move it away");
            }
        }
    }

    @Test
    void oneAdapterAtATimeUsesADirectory() {
        Path state = directory.resolve("a/b");
        try (StateDirectory mine = new StateDirectory(state)) {
            assertThatThrownBy(() -> new StateDirectory(state))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining(state + " is in use");
        }
        new StateDirectory(state).close();
    }

    private void append(long from, long to) throws IOException {
        try (ChildOrderLog log = log()) {
            log.load();
            log.append("journal-1", entries(from, to));
        }
    }

    private ChildOrderLog log() {
        return new ChildOrderLog(directory, "t", 0, KEEP);
    }

    private Path file() {
        return directory.resolve("child-orders-0.state");
    }

    private static List<Entry> entries(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(c -> new Entry(10 * c, c, 31 * c))
                .toList();
    }
}
