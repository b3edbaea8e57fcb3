package io.qtrader.core.story;

import io.qtrader.core.state.Stream;

/** What an expectation speaks of. */
enum Kind {
    FILL("fill", Stream.FILLS, true),
    INSTRUCTION("child", Stream.CHILD_ORDERS, true),
    PARENT("parent", Stream.PARENT_ORDERS, true),
    BREACH("breach", Stream.BREACHES, true),
    REJECT("reject", Stream.REJECTS, true),
    CHILD("child", Stream.CHILD_ORDER_STATE, false),
    ORDER("order", Stream.ORDERS, false),
    POSITION("position", Stream.NET_POSITIONS, false),
    STRAT("strat", Stream.STRATEGY_POSITIONS, false),
    TARGET("target", Stream.TARGETS, false),
    REQUIREMENT("requirement", Stream.REQUIREMENTS, false),
    SCHEDULE("schedule", Stream.EXEC_STATES, false);

    final String word;
    final Stream stream;
    /** Whether every record of the kind must be named. */
    final boolean exact;

    Kind(String word, Stream stream, boolean exact) {
        this.word = word;
        this.stream = stream;
        this.exact = exact;
    }

    static Kind of(Stream stream) {
        for (Kind kind : values()) {
            if (kind.stream == stream) {
                return kind;
            }
        }
        throw new IllegalStateException("no kind for " + stream);
    }
}
