package io.qtrader.app.replay.explain;

import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Fill;
import io.qtrader.schemas.Order;
import io.qtrader.schemas.ParentOrder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is to be explained. Parents, orders and children are numbered each on their own, so an id says
 * which it is of.
 *
 * @param kind what it is
 * @param id its id; of a fill its execid
 */
public record Subject(Kind kind, String id) {

    /** What can be explained. */
    public enum Kind {
        PARENT, ORDER, CHILD, FILL
    }

    private static final Pattern NAMED =
            Pattern.compile("(parent|order|child|fill):(.+)", Pattern.CASE_INSENSITIVE);

    /**
     * Reads what a person typed: {@code parent:1}, {@code order:1}, {@code child:1}, {@code
     * fill:EXECID}; a number alone is a child, other text alone a fill.
     */
    public static Subject parse(String text) {
        Matcher named = NAMED.matcher(text.trim());
        if (named.matches()) {
            Kind kind = Kind.valueOf(named.group(1).toUpperCase(Locale.ROOT));
            if (kind != Kind.FILL && !named.group(2).matches("\\d{1,18}")) {
                throw new IllegalArgumentException("\"" + text + "\" has no number behind "
                        + named.group(1) + ":");
            }
            return new Subject(kind, named.group(2));
        }
        String id = text.trim();
        return new Subject(id.matches("\\d{1,18}") ? Kind.CHILD : Kind.FILL, id);
    }

    /** Whether a record is it. */
    boolean is(SpecificRecord record) {
        return switch (kind) {
            case PARENT -> record instanceof ParentOrder p && is(p.getParentid());
            case ORDER -> record instanceof Order o && is(o.getOrderid());
            case CHILD -> record instanceof ChildOrder c && is(c.getChildid());
            case FILL -> record instanceof Fill f
                    && (id.equals(f.getExecid()) || id.equals(f.getRefexecid()));
        };
    }

    private boolean is(long other) {
        return Long.parseLong(id) == other;
    }

    @Override
    public String toString() {
        return kind.toString().toLowerCase(Locale.ROOT) + " " + id;
    }
}
