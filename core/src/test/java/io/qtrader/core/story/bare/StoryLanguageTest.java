package io.qtrader.core.story.bare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qtrader.core.story.Player;
import io.qtrader.core.story.Story;
import io.qtrader.core.story.StoryFailure;
import org.junit.jupiter.api.Test;

/** A story that is wrong fails, and says where and why. */
class StoryLanguageTest {
    private static final String BEGIN = """
            # A story.
            market AAPL 182.49/182.51
            """;

    @Test
    void whatIsNotNamedFailsTheStory() {
        assertThat(failure("intent s1 AAPL +100 @0.9 -> parent BUY 100"))
                .startsWith("test.story:3: intent s1 AAPL +100 @0.9")
                .contains("the story does not say, and it is so:\n    child NEW c1 o1 AAPL BUY 100 @182.51 paper")
                .contains("all that came out:");
    }

    @Test
    void whatDoesNotComeOutFailsTheStory() {
        assertThat(failure("intent s1 AAPL +100 @0.9 -> parent BUY 100, child NEW 100, position 100"))
                .contains("the story says, and it is not so:\n    position 100");
    }

    @Test
    void aPhraseNamesOneRecord() {
        assertThat(failure("intent s1 AAPL +100 @0.9 -> parent BUY 100, child NEW 100, child NEW 100"))
                .contains("the story says, and it is not so:\n    child NEW 100");
    }

    @Test
    void nothingIsNothing() {
        assertThat(failure("quote AAPL 182.49/182.51 -> nothing\nintent s1 AAPL 0 -> nothing"))
                .startsWith("test.story:4: intent s1 AAPL 0")
                .contains("requirement AAPL 0");
    }

    @Test
    void aFillImpliesItsPlainFillAndNoOther() {
        String begin = "intent s1 AAPL +100 @0.9 -> parent BUY 100, child NEW 100\n";

        assertThatCode(() -> play(begin + "fill c1 40\n")).doesNotThrowAnyException();
        assertThat(failure(begin + "fill c1 130 -> breach OVERFILL, parent DONE, parent SELL 30, child NEW 30"))
                .contains("the story says, and it is not so:\n    fill c1 130")
                .contains("fill c1 AAPL BUY 130 @182.51 e1 OVERFILL");
        assertThat(failure(begin + "fill c1 40\nagain -> fill c1 40"))
                .contains("the story says, and it is not so:\n    fill c1 40");
    }

    @Test
    void whatIsOddMustBeSaid() {
        String begin = """
                intent s1 AAPL +100 @0.9 -> parent BUY 100, child NEW 100
                fill c1 40 exec=e7
                """;

        assertThat(failure(begin + "fill c1 50 exec=e7 -> no fill, breach EXECID_CONFLICT"))
                .contains("the story does not say, and it is so:\n    breach EXECID_CONFLICT locks");
    }

    @Test
    void howThingsStandIsHeldAgainstTheTables() {
        assertThat(failure("intent s1 AAPL 0 @0.9\nnow -> target 0, strat s1 5, no requirement"))
                .contains("the story says, and it is not so:\n    strat s1 5\n    no requirement");
    }

    @Test
    void whatCannotBeUnderstoodIsSaidWithItsLine() {
        assertThat(failure("dance")).isEqualTo("test.story:3: dance\n  java.lang.IllegalArgumentException: "
                + "no event begins with dance\n  what came out before: nothing");
        assertThat(failure("intent s1 AAPL many")).contains("For input string: \"many\"");
        assertThat(failure("fill c7 40")).contains("there is no c7 yet");
        assertThat(failure("wait 5s soon")).contains("not understood: [soon]");
        assertThat(failure("wait 5s -> peace")).isEqualTo(
                "test.story:3: `peace`: no expectation begins with peace");
    }

    @Test
    void aStorySaysWhatItIsAbout() {
        assertThat(catchThrowableOfType(StoryFailure.class, () -> Story.read("test.story", "wait 1s")))
                .hasMessageContaining("test.story:1: a story begins with a comment");
    }

    private static String failure(String lines) {
        return catchThrowableOfType(StoryFailure.class, () -> play(lines)).getMessage();
    }

    private static void play(String lines) {
        Player.play(Story.read("test.story", BEGIN + lines), new CoreStage());
    }
}
