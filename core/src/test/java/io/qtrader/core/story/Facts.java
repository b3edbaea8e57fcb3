package io.qtrader.core.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a story can say of one record that came out.
 *
 * @param kind of what
 * @param words everything that is true of it, in the order in which a person would say it
 * @param telling those of the words without which it may not be named, so that none is overlooked
 */
record Facts(Kind kind, List<String> words, List<String> telling) {

    /** Collects the facts of a record. */
    static final class Builder {
        private final Kind kind;
        private final List<String> words = new ArrayList<>();
        private final List<String> telling = new ArrayList<>();

        Builder(Kind kind) {
            this.kind = kind;
        }

        Builder is(Object... facts) {
            for (Object fact : facts) {
                words.add(fact.toString());
            }
            return this;
        }

        Builder isIf(boolean holds, Object fact) {
            return holds ? is(fact) : this;
        }

        Builder tells(Object... facts) {
            for (Object fact : facts) {
                words.add(fact.toString());
                telling.add(fact.toString());
            }
            return this;
        }

        Builder tellsIf(boolean holds, Object fact) {
            return holds ? tells(fact) : this;
        }

        Facts facts() {
            return new Facts(kind, List.copyOf(words), List.copyOf(telling));
        }
    }

    /** A price or urgency as a word. */
    static String at(double value) {
        if (!Double.isFinite(value)) {
            return "@" + value;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
        return "@" + (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
    }

    /** A word of a story in the form in which facts have it. */
    static String canonical(String word) {
        if (word.matches("@-?[0-9.]+")) {
            return at(Double.parseDouble(word.substring(1)));
        }
        return word.matches("[+-]?[0-9]+") ? Long.toString(Long.parseLong(word)) : word;
    }

    @Override
    public String toString() {
        return kind.word + " " + String.join(" ", words);
    }
}
