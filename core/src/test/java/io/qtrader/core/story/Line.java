package io.qtrader.core.story;

import java.util.List;

/**
 * One line of a story.
 *
 * @param file name of the story's file
 * @param number of the line in it, from 1
 * @param text the event as it is written
 * @param event its words
 * @param expected what must come out
 */
record Line(String file, int number, String text, List<String> event, List<Phrase> expected) {

    String where() {
        return file + ":" + number;
    }
}
