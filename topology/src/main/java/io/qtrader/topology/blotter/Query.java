package io.qtrader.topology.blotter;

import io.qtrader.schemas.OrderStatus;
import io.qtrader.schemas.ParentOrderStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rows of a view are asked for.
 *
 * @param sym only this symbol; null for all
 * @param parentid only what belongs to this parent order; null for all
 * @param live only what is live, or what is not; null for both
 * @param limit the newest so many
 */
record Query(String sym, Long parentid, Boolean live, int limit) {

    static final int DEFAULT_LIMIT = 1000;
    static final Query ALL = new Query(null, null, null, DEFAULT_LIMIT);

    private static final Set<String> NAMES = Set.of("sym", "parentid", "live", "limit");

    /**
     * Reads a URL's parameters.
     *
     * @throws QueryException if one is unknown, cannot be read, or is nothing that this view could
     *     be asked
     */
    static Query of(View view, Map<String, List<String>> parameters) {
        for (String name : parameters.keySet()) {
            if (!NAMES.contains(name)) {
                throw new QueryException(
                        "unknown parameter " + name + ": there are sym, parentid, live and limit");
            }
        }
        String sym = first(parameters, "sym");
        String parentid = first(parameters, "parentid");
        String live = first(parameters, "live");
        String limit = first(parameters, "limit");
        if (parentid != null && view != View.CHILDREN && !view.has("parentid")) {
            throw new QueryException(view.path() + " belong to no parent order");
        }
        if (live != null && !hasLife(view)) {
            throw new QueryException(view.path() + " are neither live nor not");
        }
        return new Query(
                sym,
                parentid == null ? null : number("parentid", parentid, Long.MAX_VALUE),
                live == null ? null : flag(live),
                limit == null
                        ? DEFAULT_LIMIT
                        : (int) (long) number("limit", limit, Integer.MAX_VALUE));
    }

    /** Whether a row of a view that has life is live. */
    static boolean isLive(Row row) {
        return switch (row.view()) {
            case PARENTS -> row.get("status") == ParentOrderStatus.WORKING;
            case ORDERS, CHILDREN ->
                    row.get("status") == OrderStatus.NEW
                            || row.get("status") == OrderStatus.PARTIAL;
            case EXEC_STATES -> (Boolean) row.get("live");
            case TARGETS, REQUIREMENTS, FILLS, POSITIONS, STRATEGY_POSITIONS, BREACHES, REJECTS ->
                    throw new IllegalStateException(row.view().path() + " have no life");
        };
    }

    private static boolean hasLife(View view) {
        return switch (view) {
            case PARENTS, ORDERS, CHILDREN, EXEC_STATES -> true;
            case TARGETS, REQUIREMENTS, FILLS, POSITIONS, STRATEGY_POSITIONS, BREACHES, REJECTS ->
                    false;
        };
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    private static Long number(String name, String text, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same line tells of both.
        }
        throw new QueryException(
                name + " is \"" + text + "\": give a whole number from 0 to " + most);
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new QueryException(
                            "live is \"" + text + "\": give true or false");
        };
    }
}
