package io.qtrader.paper.exchange;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that a script has the exchange do.
 *
 * @param qty shares, with FILL and CORRECT
 * @param price absent where the market or the order says it, with FILL and CORRECT
 * @param which the k-th fill of the order, with BUST, CORRECT and REPEAT; milliseconds with WAIT
 * @param flag with REJECT: transient; with BUST: the quantity goes to work again
 */
record ScriptStep(
        Kind kind, long qty, Optional<Double> price, long which, boolean flag, String text) {

    /** What is done. */
    enum Kind {
        ACK("ack"),
        FILL("fill (?<qty>\\d+)(?: @ (?<price>[\\d.]+))?"),
        REJECT("reject(?<flag> transient)?(?: '(?<text>[^']*)')?"),
        TOO_LATE("too late"),
        SILENT("silent"),
        LOST("lost"),
        ACCEPT("accept"),
        EXPIRE("expire"),
        CANCEL("cancel(?: '(?<text>[^']*)')?"),
        BUST("bust (?<which>\\d+)(?<flag> reopen)?"),
        CORRECT("correct (?<which>\\d+) to (?<qty>\\d+)(?: @ (?<price>[\\d.]+))?"),
        REPEAT("repeat (?<which>\\d+)"),
        WAIT("wait (?<which>\\d+)"),
        MARKET("market");

        final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    /** Reads one step; empty when it is none. */
    static Optional<ScriptStep> parse(String words) {
        for (Kind kind : Kind.values()) {
            Matcher m = kind.pattern.matcher(words);
            if (m.matches()) {
                return Optional.of(new ScriptStep(
                        kind,
                        number(group(m, "qty")),
                        group(m, "price").map(Double::valueOf),
                        number(group(m, "which")),
                        group(m, "flag").isPresent(),
                        group(m, "text").orElse(null)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> group(Matcher m, String name) {
        return m.pattern().pattern().contains("?<" + name + ">")
                ? Optional.ofNullable(m.group(name))
                : Optional.empty();
    }

    private static long number(Optional<String> digits) {
        return digits.map(Long::parseLong).orElse(0L);
    }
}
