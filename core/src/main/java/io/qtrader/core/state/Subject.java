package io.qtrader.core.state;

/**
 * What a breach or reject is about; null where it is not about one.
 *
 * @param locked whether the symbol is locked by it
 */
public record Subject(
        String sym, String strat, String brokerid, Long parentid, Long childid, boolean locked) {

    public static final Subject NONE = new Subject(null, null, null, null, null, false);

    public static Subject of(String sym) {
        return new Subject(sym, null, null, null, null, false);
    }

    public static Subject of(String sym, String strat) {
        return new Subject(sym, strat, null, null, null, false);
    }

    public static Subject of(ParentRow parent) {
        return new Subject(parent.sym, null, null, parent.parentid, null, false);
    }

    public static Subject of(ChildRow child) {
        return new Subject(child.sym, null, child.brokerid, child.parentid, child.childid, false);
    }

    /** The same, with the symbol locked by it. */
    public Subject locking() {
        return new Subject(sym, strat, brokerid, parentid, childid, true);
    }
}
