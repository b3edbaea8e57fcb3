package io.qtrader.core.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One expectation: a kind, and words that must all be true of a record of that kind.
 *
 * @param text as it is written
 * @param kind of what; null for {@code nothing}
 * @param none whether there must be none
 * @param words what must be true of it, in their canonical form
 */
record Phrase(String text, Kind kind, boolean none, List<String> words) {
    /** Words that only mean something together with the next one. */
    private static final Set<String> JOINING = Set.of("grows", "shrinks", "waits", "released",
            "crossing", "raw", "cum", "wants", "pending", "slices", "due", "owes");
    private static final Set<String> ACTIONS = Set.of("NEW", "CANCEL", "REPLACE", "STATUS");

    /** Whether nothing at all may come out. */
    boolean nothing() {
        return kind == null;
    }

    boolean says(Facts facts) {
        return facts.kind() == kind && facts.words().containsAll(words)
                && words.containsAll(facts.telling());
    }

    static Phrase read(String text) {
        if (text.equals("nothing")) {
            return new Phrase(text, null, true, List.of());
        }
        List<String> words = new ArrayList<>(List.of(text.split("\\s+")));
        boolean none = words.get(0).equals("no");
        if (none) {
            words.remove(0);
        }
        boolean fresh = words.get(0).equals("new");
        if (fresh) {
            words.remove(0);
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("`" + text + "` names nothing");
        }
        String first = words.remove(0);
        if (fresh) {
            words.add("new");
        }
        return new Phrase(text, kind(text, first, words, none), none, canonical(words));
    }

    private static Kind kind(String text, String first, List<String> words, boolean none) {
        if (first.equals("child")) {
            boolean state = words.stream().anyMatch(
                    w -> w.equals("owes") || w.matches("[0-9]+/[0-9]+"));
            boolean instruction = none || !state && words.stream().anyMatch(ACTIONS::contains);
            return instruction ? Kind.INSTRUCTION : Kind.CHILD;
        }
        for (Kind kind : Kind.values()) {
            if (kind.word.equals(first)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("`" + text + "`: no expectation begins with " + first);
    }

    private static List<String> canonical(List<String> words) {
        List<String> canonical = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (JOINING.contains(word) && i + 1 < words.size()) {
                boolean to = words.get(i + 1).equals("to") && i + 2 < words.size();
                i += to ? 2 : 1;
                canonical.add(word + (to ? " to " : " ") + Facts.canonical(words.get(i)));
            } else {
                canonical.add(Facts.canonical(word));
            }
        }
        return canonical;
    }
}
