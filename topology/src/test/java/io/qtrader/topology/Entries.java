package io.qtrader.topology;

import io.qtrader.schemas.Algo;
import io.qtrader.schemas.AlgoPolicy;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Genesis;
import io.qtrader.schemas.Instrument;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.Policy;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Route;
import io.qtrader.schemas.Source;
import java.time.Instant;
import java.util.List;

/** Journal entries as set-up and the sequencer would write them. */
public final class Entries {

    public static final String JOURNAL_ID = "j-test";
    public static final Instant START = Instant.parse("2026-01-05T14:30:00Z");

    private Entries() {}

    /** The shortest history in which something is sent: GENESIS, POLICY, a quote, an intent. */
    public static List<JournalEntry> shortHistory() {
        return List.of(
                genesis(0, 1),
                policy(),
                quote(0, START.plusMillis(10), "AAPL", 182.49, 182.51),
                intent(0, START.plusMillis(20), "AAPL", "strat1", 100, 0.95));
    }

    public static JournalEntry genesis(int partition, int partitions) {
        Genesis genesis = new Genesis(JOURNAL_ID, partition, partitions);
        return setup(0, control(ControlAction.GENESIS, genesis));
    }

    public static JournalEntry policy() {
        Policy policy =
                Policy.newBuilder()
                        .setRulesversion(1)
                        .setAlgos(
                                List.of(
                                        new AlgoPolicy(0.9, Algo.TWAP, 60_000L, 6),
                                        new AlgoPolicy(1.0, Algo.IMMEDIATE, 0L, 1)))
                        .setInstrument(new Instrument(1L, 0.01))
                        .setRoute(new Route("paper", "", true))
                        .setAcktimeoutms(2_000)
                        .setUnknowntimeoutms(10_000)
                        .setExplainms(5_000)
                        .setJumpms(5_000)
                        .setRebaseentries(20)
                        .setQuotefreshms(5_000)
                        .setFuturems(5_000)
                        .setRepricems(1_000)
                        .setRetryms(1_000)
                        .setRetries(5)
                        .setRestms(5_000)
                        .setDisagreements(3)
                        .setKeepclosedms(86_400_000)
                        .setMaxqty(1_000_000_000)
                        .build();
        return setup(1, control(ControlAction.POLICY, policy));
    }

    public static JournalEntry quote(
            long offset, Instant time, String sym, double bid, double ask) {
        Quote quote =
                Quote.newBuilder()
                        .setTime(time)
                        .setSym(sym)
                        .setBid(bid)
                        .setAsk(ask)
                        .setBidsize(1000)
                        .setAsksize(1000)
                        .build();
        return entry("quotes", offset, time, quote);
    }

    public static JournalEntry intent(
            long offset, Instant time, String sym, String strat, long tgtpos, double urgency) {
        Intent intent =
                Intent.newBuilder()
                        .setTime(time)
                        .setSym(sym)
                        .setStrat(strat)
                        .setTgtpos(tgtpos)
                        .setUrgency(urgency)
                        .build();
        return entry("intents", offset, time, intent);
    }

    private static Control control(ControlAction action, Object detail) {
        return Control.newBuilder()
                .setTime(START)
                .setAction(action)
                .setOperator("setup")
                .setDetail(detail)
                .build();
    }

    private static JournalEntry setup(long offset, Object event) {
        Source source =
                new Source("setup", "setup", 0, offset, 0, offset - 1, offset == 0 ? -1 : 0);
        return new JournalEntry(source, START, event);
    }

    private static JournalEntry entry(String topic, long offset, Instant time, Object event) {
        return new JournalEntry(
                new Source("id-" + topic, topic, 0, offset, 0, -1L, -1), time, event);
    }
}
