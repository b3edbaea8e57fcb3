package io.qtrader.client;

import io.qtrader.schemas.Intent;
import java.time.Instant;
import java.util.Map;

/** Records that tests share. */
final class Records {

    private Records() {}

    static Intent intent(String sym, long tgtpos) {
        return Intent.newBuilder()
                .setTime(Instant.parse("2025-01-02T14:30:00.123456Z"))
                .setSym(sym)
                .setStrat("strat1")
                .setTgtpos(tgtpos)
                .setUrgency(0.3)
                .setInfo(Map.of("desk", "index"))
                .build();
    }
}
