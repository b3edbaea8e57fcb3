package io.qtrader.core.algo;

import io.qtrader.core.state.Book;
import io.qtrader.core.state.Step;

/** Whole lots: the quantities that can be sent. */
public final class Lots {
    private Lots() {}

    /** Lot of a symbol [shares]: its own, or the policy's. */
    public static long lot(Step step, Book book) {
        return book.lot > 0 ? book.lot : step.policy().getInstrument().getLot();
    }

    /** The largest whole number of lots not above a quantity, which is not negative. */
    public static long down(long qty, long lot) {
        return qty - qty % lot;
    }

    /** The smallest whole number of lots not below a quantity, which is not negative. */
    public static long up(long qty, long lot) {
        return down(qty + lot - 1, lot);
    }
}
