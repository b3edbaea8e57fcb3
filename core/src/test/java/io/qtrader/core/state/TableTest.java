package io.qtrader.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.qtrader.core.state.Table.KeyCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Tables keep their keys in the order of their bytes, and what they drain restores them. */
class TableTest {

    @Property
    void namesAreOrderedAsTheirBytesAre(@ForAll("names") String a, @ForAll("names") String b) {
        ordered(Table.TEXT, a, b);
    }

    @Property
    void idsAreOrderedAsTheirBytesAre(
            @ForAll @LongRange(min = 0) long a, @ForAll @LongRange(min = 0) long b) {
        ordered(Table.ID, a, b);
    }

    @Property
    void momentsAreOrderedAsTheirBytesAre(
            @ForAll @LongRange(min = 0, max = 3) long a, @ForAll("names") String x,
            @ForAll @LongRange(min = 0, max = 3) long b, @ForAll("names") String y) {
        ordered(At.CODEC, new At(a, x), new At(b, y));
    }

    /** Symbols and strategies as the core lets them in, joined as the core joins them. */
    @Provide
    Arbitrary<String> names() {
        Arbitrary<Character> letters = Arbitraries.chars().range(' ', '\uffff')
                .filter(c -> c != '|' && !Character.isSurrogate(c));
        Arbitrary<String> name = letters.array(char[].class).ofMinSize(1).ofMaxSize(5).map(String::new);
        return Arbitraries.oneOf(name, name.tuple2().map(t -> t.get1() + '\u0000' + t.get2()));
    }

    private static <K extends Comparable<K>> void ordered(KeyCodec<K> codec, K a, K b) {
        byte[] bytesA = codec.encode(a);
        byte[] bytesB = codec.encode(b);

        assertThat(Integer.signum(Arrays.compareUnsigned(bytesA, bytesB)))
                .isEqualTo(Integer.signum(a.compareTo(b)));
        assertThat(codec.decode(ByteBuffer.wrap(bytesA))).isEqualTo(a);
    }

    @Test
    void drainsWhatChangedOnceAndInOrder() {
        Table<Long, ChildIndex> table = new Table<>(7, Table.ID, ChildIndex.SCHEMA$);
        table.put(2L, new ChildIndex("B", false));
        table.put(1L, new ChildIndex("A", false));
        table.put(3L, new ChildIndex("C", false));
        table.remove(3L);

        assertThat(drain(table)).containsExactly("070000000000000001 row", "070000000000000002 row",
                "070000000000000003 gone");
        assertThat(drain(table)).isEmpty();
    }

    @Test
    void loadsWhatItDrained() {
        Table<Long, ChildIndex> table = new Table<>(7, Table.ID, ChildIndex.SCHEMA$);
        table.put(1L, new ChildIndex("A", true));
        Table<Long, ChildIndex> restored = new Table<>(7, Table.ID, ChildIndex.SCHEMA$);
        table.drain(restored::load);

        assertThat(restored.keys()).containsExactly(1L);
        assertThat(restored.get(1L)).isEqualTo(new ChildIndex("A", true));
        assertThat(drain(restored)).as("a restored row is not a change").isEmpty();
    }

    @Test
    void aRestoredListCanBeChangedWhileItIsWalked() {
        State state = new State();
        Book book = state.book("AAPL");
        book.awaited.add("s1");
        state.books.put("AAPL", book);
        State restored = new State();
        TreeMap<byte[], byte[]> rows = new TreeMap<>(Arrays::compareUnsigned);
        state.drainChanges(rows::put);
        rows.forEach(restored::load);

        assertThat(restored.book("AAPL").awaited.removeIf("s1"::equals)).isTrue();
    }

    private static List<String> drain(Table<?, ?> table) {
        List<String> rows = new ArrayList<>();
        table.drain((key, value) ->
                rows.add(HexFormat.of().formatHex(key) + (value == null ? " gone" : " row")));
        return rows;
    }
}
