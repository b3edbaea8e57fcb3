package io.qtrader.core.story;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario as it is written.
 *
 * @param file name of its file
 * @param about its first comment: what it is about
 * @param lines its events with their expectations
 */
public record Story(String file, String about, List<Line> lines) {
    private static final String ARROW = "->";

    /**
     * Reads a story.
     *
     * @throws StoryFailure for a line that cannot be understood
     */
    public static Story read(String file, String text) {
        String about = null;
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.startsWith("#")) {
                about = about == null ? line.substring(1).strip() : about;
            } else if (line.startsWith(ARROW) && !lines.isEmpty()) {
                lines.add(continued(lines.remove(lines.size() - 1), number, line));
            } else if (!line.isEmpty()) {
                lines.add(line(file, number, line));
            }
        }
        if (about == null) {
            throw new StoryFailure(file + ":1: a story begins with a comment that says what it is about");
        }
        return new Story(file, about, lines);
    }

    private static Line line(String file, int number, String line) {
        int arrow = line.indexOf(ARROW);
        String event = (arrow < 0 ? line : line.substring(0, arrow)).strip();
        Line bare = new Line(file, number, event, List.of(event.split("[\\s,]+")), List.of());
        return arrow < 0 ? bare : continued(bare, number, line.substring(arrow));
    }

    /** A line that begins with an arrow says more of what comes out of the one above it. */
    private static Line continued(Line line, int number, String more) {
        List<Phrase> expected = new ArrayList<>(line.expected());
        for (String phrase : more.substring(ARROW.length()).split("[,;]")) {
            try {
                expected.add(Phrase.read(phrase.strip()));
            } catch (IllegalArgumentException e) {
                throw new StoryFailure(line.file() + ":" + number + ": " + e.getMessage());
            }
        }
        return new Line(line.file(), line.number(), line.text(), line.event(), expected);
    }
}
