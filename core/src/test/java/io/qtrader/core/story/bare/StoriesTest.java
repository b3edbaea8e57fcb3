package io.qtrader.core.story.bare;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.qtrader.core.story.Player;
import io.qtrader.core.story.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every story, on the bare core. */
class StoriesTest {

    @TestFactory
    Stream<DynamicTest> stories() throws IOException, URISyntaxException {
        Path folder = Path.of(StoriesTest.class.getResource("/stories").toURI());
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(f -> f.toString().endsWith(".story")).sorted().toList();
        }
        assertFalse(files.isEmpty(), "no stories in " + folder);
        return files.stream().map(f -> DynamicTest.dynamicTest(
                f.getFileName().toString(), f.toUri(), () -> play(f)));
    }

    private static void play(Path file) {
        try {
            CoreStage stage = new CoreStage();
            Player.play(Story.read(file.getFileName().toString(), Files.readString(file)), stage);
            stage.replay();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
