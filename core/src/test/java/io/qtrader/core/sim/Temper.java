package io.qtrader.core.sim;

/**
 * How a broker behaves: chances in a thousand. Each seed draws its own, so that some brokers are
 * only slow, some only forgetful, and some are everything at once.
 *
 * @param hostile whether it also says what cannot be true
 * @param fill a live child trades in a step
 * @param whole and then it trades all that is left
 * @param refuse a NEW is rejected
 * @param brief and the rejection is transient
 * @param toolate a CANCEL or REPLACE is refused
 * @param silent a report is held back until it is asked for, or the end
 * @param lose an instruction is lost on its way
 * @param late a report takes long
 * @param repeat a report is sent twice
 * @param bust a trade is taken back or corrected in a step
 * @param unsolicited a child is cancelled, or a trade happens, that nobody asked for, in a step
 */
record Temper(boolean hostile, int fill, int whole, int refuse, int brief, int toolate, int silent,
        int lose, int late, int repeat, int bust, int unsolicited) {

    /** A broker that does at once what it is told, and fills. */
    static final Temper HONEST = new Temper(false, 1000, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Temper draw(Dice dice, boolean hostile) {
        return new Temper(hostile, dice.of(20, 100, 300), dice.of(0, 200, 600),
                rare(dice, 300), dice.of(0, 500, 1000), rare(dice, 400), rare(dice, 200),
                rare(dice, 150), rare(dice, 400), rare(dice, 300), rare(dice, 40), rare(dice, 30));
    }

    /** The same, but what it says comes soon: where qtrader soon forgets what is over. */
    Temper prompt() {
        return new Temper(hostile, fill, whole, refuse, brief, toolate, 0, lose, 0, 0, 0, unsolicited);
    }

    private static int rare(Dice dice, int most) {
        return dice.of(0, 0, most / 10, most / 3, most);
    }
}
