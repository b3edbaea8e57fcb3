package io.qtrader.core.story;

import io.qtrader.core.state.Output;
import io.qtrader.schemas.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a story of events that somebody else has found, with what comes out of each, so that the
 * runner accepts it as it stands and a person can change it into what should have come out.
 */
public final class Scribe {
    private static final int MARGIN = 34;

    private final Names names = new Names();
    private final Clerk clerk;
    private final Desk desk;
    private final Tables tables = new Tables();
    private final Teller teller = new Teller(names, tables);
    private final Stage stage;

    private Scribe(Stage stage) {
        this.stage = stage;
        this.clerk = new Clerk(stage.genesis());
        this.desk = new Desk(clerk, names);
    }

    /**
     * Plays events and writes down what comes out.
     *
     * @param about what the story is about
     * @param lines events without expectations, and comments
     * @param stage where they are played, from the first entry of an empty journal
     * @return the text of a story file
     */
    public static String write(String about, List<String> lines, Stage stage) {
        Scribe scribe = new Scribe(stage);
        StringBuilder text = new StringBuilder("# ").append(about).append('\n');
        for (JournalEntry entry : scribe.clerk.setup(Operator.policy())) {
            scribe.enter(entry);
        }
        for (String line : lines) {
            text.append(line.startsWith("#") ? line : scribe.line(line)).append('\n');
        }
        return text.toString();
    }

    private String line(String event) {
        Line line = Story.read("found", "# found\n" + event).lines().get(0);
        List<Facts> seen = new ArrayList<>();
        for (JournalEntry entry : desk.entries(line)) {
            try {
                seen.addAll(enter(entry));
            } catch (RuntimeException e) {
                return event + "\n# the core fails: " + e;
            }
        }
        List<String> phrases = phrases(event, seen);
        return phrases.isEmpty() ? event
                : event + " ".repeat(Math.max(1, MARGIN - event.length())) + "-> " + String.join(", ", phrases);
    }

    private List<Facts> enter(JournalEntry entry) {
        List<Output> outputs = stage.enter(entry);
        List<Facts> seen = new ArrayList<>();
        for (Output output : outputs) {
            Facts facts = teller.tell(output);
            if (facts != null) {
                seen.add(facts);
            }
            tables.take(output);
        }
        desk.sees(outputs);
        return seen;
    }

    /** What must be named, and where the position is after it. */
    private static List<String> phrases(String event, List<Facts> seen) {
        List<String> phrases = new ArrayList<>();
        boolean implied = event.startsWith("fill ");
        for (Facts f : seen) {
            boolean plain = f.kind() == Kind.FILL && implied && f.telling().isEmpty();
            boolean silent = f.kind() == Kind.PARENT && f.telling().isEmpty();
            if (f.kind().exact && !plain && !silent) {
                phrases.add(phrase(f));
            }
        }
        if (implied && seen.stream().noneMatch(f -> f.kind() == Kind.FILL)) {
            phrases.add("no fill");
        }
        for (Facts f : seen) {
            if (f.kind() == Kind.POSITION) {
                phrases.add("position " + String.join(" ", f.words()));
            }
        }
        return phrases;
    }

    private static String phrase(Facts f) {
        List<String> words = new ArrayList<>(f.telling());
        for (String word : f.words()) {
            boolean names = word.matches("[cp][0-9]+|#[0-9]+")
                    || f.kind() == Kind.FILL && word.matches("-?[0-9]+")
                    || f.kind() == Kind.INSTRUCTION && word.matches("@.*|[0-9]+");
            if (names && !words.contains(word)) {
                words.add(word);
            }
        }
        return f.kind().word + " " + String.join(" ", words);
    }
}
