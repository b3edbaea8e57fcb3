package io.qtrader.core.sim;

import io.qtrader.core.state.Micros;
import io.qtrader.core.state.State;
import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Instrument;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Side;
import java.util.HashMap;
import java.util.Map;

/** The quotes that count, and what may be sent on them (R3, P6). */
final class Market {
    /** A quote and how old it is: the active clock of its moment [us]. */
    private record Seen(Quote quote, long clock) {}

    private final Setting setting;
    private final Map<String, Seen> seen = new HashMap<>();

    Market(Setting setting) {
        this.setting = setting;
    }

    void jumped() {
        seen.replaceAll((sym, s) -> new Seen(s.quote(), Long.MIN_VALUE / 2));
    }

    /** Takes a quote that was not refused; an older one than the last does not count, but after a jump. */
    void take(State state, Quote q, long now) {
        Seen last = seen.get(q.getSym());
        if (last == null || last.clock() < 0 || !q.getTime().isBefore(last.quote().getTime())) {
            long age = Math.max(0, now - Micros.of(q.getTime()));
            seen.put(q.getSym(), new Seen(q, state.meta().clock - age));
        }
    }

    /** R3: a price goes out on a fresh quote only, and never beyond the far side. */
    void priced(State state, ChildOrder c) {
        Seen s = seen.get(c.getSym());
        long fresh = Micros.ofMillis(setting.policy().getQuotefreshms());
        Wrong.unless(s != null && state.meta().clock - s.clock() <= fresh, "R3 no fresh quote:", c);
        Instrument own = setting.instruments().get(c.getSym());
        double tick = (own != null ? own : setting.policy().getInstrument()).getTick();
        double far = c.getSide() == Side.BUY ? s.quote().getAsk() : s.quote().getBid();
        double beyond = c.getSide() == Side.BUY ? c.getPrice() - far : far - c.getPrice();
        Wrong.unless(far > 0 && beyond < tick * 1.000001 && c.getPrice() > 0, "P6 price, far side", far, c);
        double ticks = c.getPrice() / tick;
        Wrong.unless(Math.abs(ticks - Math.rint(ticks)) < 1e-6, "P6 a price between ticks:", c);
    }
}
