package io.qtrader.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsTextToTheLeftAndNumbersToTheRight() {
        Table table = new Table(List.of("sym", "position", "note"));
        table.add(List.of("AAPL", "300", ""));
        table.add(List.of("T", "-7", "short"));

        assertThat(table.lines()).containsExactly(
                "sym   position  note",
                "AAPL       300",
                "T           -7  short");
    }

    @Test
    void aCellForgesNoRow() {
        Table table = new Table(List.of("sym"));
        table.add(List.of("A\nB\u202e日本"));

        assertThat(table.lines()).containsExactly("sym", "A\\u000aB\\u202e日本");
    }

    @Test
    void refusesARowOfAnotherWidth() {
        Table table = new Table(List.of("a", "b"));

        assertThatThrownBy(() -> table.add(List.of("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
