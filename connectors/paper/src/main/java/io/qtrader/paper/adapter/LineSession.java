package io.qtrader.paper.adapter;

import io.qtrader.paper.wire.Request;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was sent on one connection, in its order: a question that went out before a request cannot
 * have been answered in knowledge of it. Forgotten with the connection.
 */
final class LineSession {

    private final String run;
    private final Map<String, Long> sentAt = new HashMap<>();
    private final Map<String, Long> askedAt = new HashMap<>();
    /** Questions of qtrader for which a request was sent again. */
    private final Set<String> tried = new HashSet<>();
    private long questions;
    private long wire;

    /** {@code run} is unlike that of any other connection. */
    LineSession(String run) {
        this.run = run;
    }

    /**
     * A status request.
     *
     * @param asked the question of qtrader that it serves, empty for one of our own
     */
    Request.Status question(String clordid, String asked) {
        return new Request.Status(clordid, run + ":" + ++questions + ":" + asked);
    }

    /** The question of qtrader that a status answer serves, empty where none. */
    static String asked(String ref) {
        return ref == null ? "" : ref.substring(ref.lastIndexOf(':') + 1);
    }

    void sent(Request request) {
        wire++;
        if (request instanceof Request.Numbered numbered) {
            sentAt.put(numbered.clordid(), wire);
        } else if (request instanceof Request.Status status) {
            askedAt.put(status.ref(), wire);
        }
    }

    /** Whether a question of this connection has this reference. */
    boolean isOpen(String ref) {
        return askedAt.containsKey(ref);
    }

    /** Whether all that was asked on this connection is answered. */
    boolean isQuiet() {
        return askedAt.isEmpty();
    }

    boolean wasSent(String clordid) {
        return sentAt.containsKey(clordid);
    }

    /** Whether the request left after the question. */
    boolean wasSentAfter(String clordid, String ref) {
        return sentAt.getOrDefault(clordid, 0L) > askedAt.get(ref);
    }

    /** Whether nothing was sent again for this question of qtrader yet; from now on it was. */
    boolean isFirstTry(String asked) {
        return !asked.isEmpty() && tried.add(asked);
    }

    /** A question of qtrader has its answer. */
    void answered(String asked) {
        tried.remove(asked);
    }

    /** A status request has its answer. */
    void close(String ref) {
        askedAt.remove(ref);
    }
}
