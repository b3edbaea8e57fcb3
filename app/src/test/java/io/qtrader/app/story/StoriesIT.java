package io.qtrader.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qtrader.core.story.Player;
import io.qtrader.core.story.Stories;
import io.qtrader.core.story.Story;
import io.qtrader.topology.oms.Oms;
import io.qtrader.topology.oms.OmsConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every story on a real broker: written to the journal, read by the Oms, read from its topics. */
@Tag("ci")
@Timeout(180)
class StoriesIT {

    private static final Duration SOON = Duration.ofSeconds(120);

    @TempDir static Path directory;

    private static List<Story> stories;
    private static StorySite site;
    private static Outputs outputs;

    @BeforeAll
    static void tellAll() throws Exception {
        stories = Stories.all();
        site = new StorySite(directory, stories);
        site.write(Half.FIRST, Half.SECOND);
        try (Oms oms = Oms.start(OmsConfig.of(site.properties(), true))) {
            await().atMost(SOON).until(() -> site.allApplied() || oms.failure().isPresent());
            assertThat(oms.failure()).isEmpty();
        }
        outputs = site.outputs();
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void nothingElseIsWritten() {
        assertThat(outputs.taken()).isEqualTo(site.made(Half.FIRST) + site.made(Half.SECOND));
    }

    @TestFactory
    Stream<DynamicTest> stories() {
        return IntStream.range(0, stories.size())
                .mapToObj(
                        partition ->
                                DynamicTest.dynamicTest(
                                        stories.get(partition).file(),
                                        Stories.source(stories.get(partition)),
                                        () -> play(partition)));
    }

    private static void play(int partition) {
        Player.play(stories.get(partition), new ReadStage(site.rehearsal(partition), outputs));
    }
}
