package io.qtrader.app.story;

import java.util.List;

/** What comes before the middle of a story, or after it. */
enum Half {
    FIRST,
    SECOND;

    <T> List<T> of(List<T> whole) {
        int middle = whole.size() / 2;
        return this == FIRST ? whole.subList(0, middle) : whole.subList(middle, whole.size());
    }
}
