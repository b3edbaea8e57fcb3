package io.qtrader.core.state;

import io.qtrader.schemas.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * All that the machine of one journal partition remembers, as tables of rows. The shell loads rows
 * at a restore, drains what changed after each entry, and otherwise does not look inside.
 *
 * <p>In: rows as bytes. Out: changed rows as bytes. Not thread-safe.
 */
public final class State {
    private static final String ONE = "";
    /** Sorts below every character that a name may have, so a symbol's strategies stand together. */
    private static final char KEY_SEPARATOR = '\u0000';
    private static final char KEY_AFTER = '\u0001';

    public final Table<String, Meta> metas = new Table<>(1, Table.TEXT, Meta.SCHEMA$);
    public final Table<String, Policy> policies = new Table<>(2, Table.TEXT, Policy.SCHEMA$);
    public final Table<String, SourceRow> sources = new Table<>(3, Table.TEXT, SourceRow.SCHEMA$);
    public final Table<String, Book> books = new Table<>(4, Table.TEXT, Book.SCHEMA$);
    public final Table<String, StrategyRow> strategies = new Table<>(5, Table.TEXT, StrategyRow.SCHEMA$);
    public final Table<Long, ChildRow> closedChildren = new Table<>(6, Table.ID, ChildRow.SCHEMA$);
    public final Table<Long, OrderRow> closedOrders = new Table<>(7, Table.ID, OrderRow.SCHEMA$);
    public final Table<Long, ParentRow> closedParents = new Table<>(8, Table.ID, ParentRow.SCHEMA$);
    public final Table<String, ExecutionRow> executions = new Table<>(9, Table.TEXT, ExecutionRow.SCHEMA$);
    public final Table<Long, ChildIndex> children = new Table<>(10, Table.ID, ChildIndex.SCHEMA$);
    public final Table<At, TimerRow> timers = new Table<>(11, At.CODEC, TimerRow.SCHEMA$);
    public final Table<At, TimerRow> evictions = new Table<>(12, At.CODEC, TimerRow.SCHEMA$);
    public final Table<String, HaltRow> halts = new Table<>(13, Table.TEXT, HaltRow.SCHEMA$);
    public final Table<String, Waiting> waiting = new Table<>(14, Table.TEXT, Waiting.SCHEMA$);

    public final Table<String, LimitRow> limits = new Table<>(15, Table.TEXT, LimitRow.SCHEMA$);
    public final Table<String, UsageRow> usage = new Table<>(16, Table.TEXT, UsageRow.SCHEMA$);

    private final List<Table<?, ?>> tables = List.of(metas, policies, sources, books, strategies,
            closedChildren, closedOrders, closedParents, executions, children, timers, evictions, halts,
            waiting, limits, usage);

    /** Books made in this step that nobody has put yet. */
    private final TreeMap<String, Book> unput = new TreeMap<>();

    /** An empty state: nothing applied, no journal. */
    public State() {
        Meta meta = new Meta();
        meta.applied = -1;
        meta.journalid = "";
        metas.put(ONE, meta);
    }

    /**
     * Takes in one row at a restore.
     *
     * @throws IllegalStateException for a row of a table that this build does not know
     */
    public void load(byte[] key, byte[] value) {
        for (Table<?, ?> table : tables) {
            if (table.owns(key)) {
                table.load(key, value);
                return;
            }
        }
        throw new IllegalStateException("state row of an unknown table: first key byte="
                + (key.length == 0 ? "none" : key[0]));
    }

    /** Gives out every row changed since the last call, in key order; a null value is a row removed. */
    public void drainChanges(BiConsumer<byte[], byte[]> sink) {
        for (Table<?, ?> table : tables) {
            table.drain(sink);
        }
    }

    /** As a drain whose rows nobody keeps, without writing them. */
    public void forgetChanges() {
        for (Table<?, ?> table : tables) {
            table.forgetChanges();
        }
    }

    /** Offset of the last journal entry applied; -1 when none was. */
    public long applied() {
        return meta().applied;
    }

    /** Identity of the journal, from its GENESIS entry; empty before it. */
    public String journalid() {
        return meta().journalid;
    }

    /** The journal partition, from its GENESIS entry; 0 before it. */
    public int partition() {
        return meta().partition;
    }

    /** How many partitions the journal has; 0 before GENESIS. */
    public int partitions() {
        return meta().partitions;
    }

    /** The policy in force; null before set-up has written one. */
    public Policy policy() {
        return policies.get(ONE);
    }

    /** Puts a policy in force. */
    public void policy(Policy policy) {
        policies.put(ONE, policy);
    }

    /** The book of a symbol, made empty at the first call of a step; kept only once it is put. */
    public Book book(String sym) {
        Book book = books.get(sym);
        return book != null ? book : unput.computeIfAbsent(sym, State::emptyBook);
    }

    private static Book emptyBook(String sym) {
        return Book.newBuilder().setSym(sym).setAwaited(new ArrayList<>())
                    .setOrders(new ArrayList<>()).setChildren(new ArrayList<>()).build();
    }

    /** Key of a strategy's row. */
    public static String strategyKey(String sym, String strat) {
        return sym + KEY_SEPARATOR + strat;
    }

    /** The row of a strategy in a symbol, made empty at the first call. */
    public StrategyRow strategy(String sym, String strat) {
        StrategyRow row = strategies.get(sym + KEY_SEPARATOR + strat);
        return row != null ? row : StrategyRow.newBuilder().build();
    }

    /** Keeps the row of a strategy in a symbol. */
    public void put(String sym, String strat, StrategyRow row) {
        strategies.put(sym + KEY_SEPARATOR + strat, row);
    }

    /** Notes where a child order is found. */
    public void index(long childid, String sym, boolean closed) {
        children.put(childid, new ChildIndex(sym, closed));
    }

    /** Lets a terminal thing leave the state once late fills need not find it any more. */
    public void evictAfter(long clock, String what, Policy policy) {
        evictions.put(new At(clock + Micros.ofMillis(policy.getKeepclosedms()), what), new TimerRow());
    }

    /** All strategies of a symbol, by key, in the order of their names. */
    public SortedMap<String, StrategyRow> strategiesOf(String sym) {
        return strategies.range(sym + KEY_SEPARATOR, sym + KEY_AFTER);
    }

    /** The strategy's name in a key of {@link #strategiesOf}. */
    public static String strategyOf(String sym, String key) {
        return key.substring(sym.length() + 1);
    }

    public Meta meta() {
        return metas.get(ONE);
    }

    /** An entry has been applied: what was not put in its step is forgotten, as a restore would. */
    public void applied(long offset) {
        meta().applied = offset;
        metas.put(ONE, meta());
        unput.clear();
    }
}
