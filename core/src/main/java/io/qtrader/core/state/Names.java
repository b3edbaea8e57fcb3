package io.qtrader.core.state;

/** Names that may be keys: symbols, strategies, brokers. */
public final class Names {
    /** Longest name [characters]. */
    public static final int MAX_LENGTH = 64;

    private Names() {}

    /** Whether a name has 1 to 64 characters, none of them a control character or the key separator '|'. */
    public static boolean valid(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c == '|' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
