package io.qtrader.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qtrader.core.story.Player;
import io.qtrader.core.story.Stories;
import io.qtrader.core.story.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The seed's example, with the Oms killed in its middle: what it had sent and not committed is sent
 * again, and whoever reads uncommitted output and drops what is not newer sees the story once.
 */
@Tag("ci")
@Timeout(120)
class KilledOmsIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** Longer than the test. */
    private static final String LATER_MS = "300000";

    @TempDir Path directory;

    @Test
    void theSeedsExampleIsSeenOnce() throws Exception {
        Story story = Stories.named("seed-walk.story");
        try (StorySite site = new StorySite(directory, List.of(story))) {
            site.write(Half.FIRST);
            int half = site.made(Half.FIRST);
            try (OmsProcess oms = OmsProcess.start(directory, "killed", neverCommits(site))) {
                await().atMost(SOON).untilAsserted(() -> {
                    oms.requireAlive();
                    assertThat(site.outputs().taken()).isEqualTo(half);
                });
            }
            site.endTransactions();
            site.write(Half.SECOND);
            try (OmsProcess oms = OmsProcess.start(directory, "next", site.properties())) {
                await().atMost(SOON).until(() -> {
                    oms.requireAlive();
                    return site.allApplied();
                });
            }

            Outputs outputs = site.outputs();
            Player.play(story, new ReadStage(site.rehearsal(0), outputs));
            assertThat(outputs.dropped()).as("sent again").isEqualTo(half);
        }
    }

    private static Map<String, String> neverCommits(StorySite site) {
        Map<String, String> config = new HashMap<>(site.properties());
        config.put("commit.interval.ms", LATER_MS);
        config.put("producer.transaction.timeout.ms", LATER_MS);
        return config;
    }
}
