package io.qtrader.core.story.bare;

import io.qtrader.core.story.Player;
import io.qtrader.core.story.Stories;
import io.qtrader.core.story.Story;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every story, on the bare core. */
class StoriesTest {

    @TestFactory
    Stream<DynamicTest> stories() {
        return Stories.all().stream().map(story -> DynamicTest.dynamicTest(
                story.file(), Stories.source(story), () -> play(story)));
    }

    private static void play(Story story) {
        CoreStage stage = new CoreStage();
        Player.play(story, stage);
        stage.replay();
    }
}
