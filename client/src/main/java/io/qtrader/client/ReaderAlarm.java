package io.qtrader.client;

/**
 * What child-orders holds cannot be what one journal determines, or cannot be known to be: the
 * reader has stopped, and so must its adapter, until a person has found out why.
 */
public final class ReaderAlarm extends ClientException {

    private static final long serialVersionUID = 1L;

    /** Why, in the order of the checks. */
    public enum Reason {
        /** The topic ends before what was already read of it: it was cut off or made anew. */
        TRUNCATED,
        /** A record without readable sequence, counter and digest: the Oms did not write it. */
        NO_HEADER,
        /** A record whose value is no child order. */
        UNDECODABLE,
        /** A record that another journal determines. */
        OTHER_JOURNAL,
        /** Instructions are missing between the last one and this one. */
        GAP,
        /** A repetition that says something else than the first time. */
        DIGEST_DIFFERS
    }

    private final Reason reason;
    private final String detail;

    ReaderAlarm(Reason reason, String detail, Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
        this.detail = detail;
    }

    ReaderAlarm(Reason reason, String detail) {
        this(reason, detail, null);
    }

    /** The message without its reason. */
    String detail() {
        return detail;
    }

    public Reason reason() {
        return reason;
    }
}
