package io.qtrader.paper.adapter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The client order id of an instruction (FIX 11): {@code <childid>} for NEW, {@code
 * <childid>-<request>} for what follows, {@code <childid>-D<n>} for cancels of our own.
 *
 * @param request the instruction's number, 0 is NEW; 0 also in cancels of our own
 * @param deadman the n-th cancel that the dead-man rule made; 0 where qtrader asked for it
 */
record ClOrdId(long childid, int request, int deadman) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})(?:-(D?)(\\d{1,9}))?");

    static ClOrdId of(long childid, int request) {
        return new ClOrdId(childid, request, 0);
    }

    static ClOrdId ofDeadman(long childid, int n) {
        return new ClOrdId(childid, 0, n);
    }

    /** Empty where it is none of ours. */
    static Optional<ClOrdId> parse(String text) {
        Matcher m = TEXT.matcher(text == null ? "" : text);
        if (!m.matches()) {
            return Optional.empty();
        }
        long childid = Long.parseLong(m.group(1));
        int number = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        return Optional.of(
                "D".equals(m.group(2)) ? ofDeadman(childid, number) : of(childid, number));
    }

    boolean isNew() {
        return request == 0 && deadman == 0;
    }

    boolean isDeadman() {
        return deadman > 0;
    }

    @Override
    public String toString() {
        return childid + (isNew() ? "" : isDeadman() ? "-D" + deadman : "-" + request);
    }
}
