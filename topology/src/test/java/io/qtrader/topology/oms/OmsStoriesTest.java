package io.qtrader.topology.oms;

import io.qtrader.client.Registry;
import io.qtrader.core.story.Player;
import io.qtrader.core.story.Rehearsal;
import io.qtrader.core.story.Stories;
import io.qtrader.core.story.Story;
import io.qtrader.schemas.Genesis;
import io.qtrader.topology.RegistryStub;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every story, through the topology, with a restart in its middle. */
class OmsStoriesTest {

    private static final Genesis JOURNAL = new Genesis("story", 0, 1);

    @TempDir static Path stateDir;

    private static RegistryStub stub;
    private static Registry registry;

    @BeforeAll
    static void startRegistry() {
        stub = new RegistryStub();
        registry = stub.registry();
    }

    @AfterAll
    static void stopRegistry() {
        registry.close();
        stub.close();
    }

    @TestFactory
    Stream<DynamicTest> stories() {
        return Stories.all().stream()
                .map(
                        story ->
                                DynamicTest.dynamicTest(
                                        story.file(), Stories.source(story), () -> play(story)));
    }

    private static void play(Story story) {
        Rehearsal rehearsal = Rehearsal.of(story, JOURNAL);
        Path directory = stateDir.resolve(story.file());
        try (OmsStage stage = new OmsStage(registry, directory, rehearsal)) {
            Player.play(story, stage);
        }
    }
}
