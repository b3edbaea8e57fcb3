package io.qtrader.core.story;

import io.qtrader.core.state.Output;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.schemas.PositionStatement;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.StatementType;
import io.qtrader.schemas.StrategyShare;
import io.qtrader.schemas.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the events of a story into journal entries: strategies, market, back office and time. */
final class Desk {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Clerk clerk;
    private final Broker broker;
    private final Reports reports;
    private final Operator operator;
    private final Map<String, Double> urgencies = new HashMap<>();
    private final TreeMap<String, Quote> markets = new TreeMap<>();
    private JournalEntry last;

    Desk(Clerk clerk, Names names) {
        this.clerk = clerk;
        this.broker = new Broker();
        this.reports = new Reports(clerk, names, broker);
        this.operator = new Operator(clerk, names);
    }

    /** What came out: brokers act on instructions. */
    void sees(List<Output> outputs) {
        outputs.forEach(broker::sees);
    }

    /** The entries that an event makes, in order. */
    List<JournalEntry> entries(Line line) {
        Words words = new Words(line.event());
        String first = words.next("what happens");
        if (!first.equals("wait") && !first.equals("pace")) {
            clerk.pass();
        }
        List<JournalEntry> entries = switch (first) {
            case "intent" -> List.of(clerk.entry(intent(words)));
            case "quote" -> List.of(clerk.entry(quote(words)));
            case "market" -> market(words);
            case "opening" -> List.of(clerk.entry(statement(words, StatementType.OPENING)));
            case "running" -> List.of(clerk.entry(statement(words, StatementType.RUNNING)));
            case "wait" -> pass(words);
            case "jump" -> jump(words);
            case "pace" -> pace(words);
            case "entry" -> again(words);
            default -> List.of(clerk.entry(operator.knows(first)
                    ? operator.control(first, words) : reports.report(first, words)));
        };
        words.done();
        last = entries.isEmpty() ? last : entries.get(entries.size() - 1);
        return entries;
    }

    private Instant time(Words words) {
        String time = words.setting("time");
        return time == null ? clerk.now() : clerk.now().plus(Words.duration(time));
    }

    private Intent intent(Words words) {
        String urgency = words.takePrefixed("@");
        String strat = words.next("which strategy");
        String sym = words.next("which symbol");
        String key = sym + "|" + strat;
        if (urgency != null) {
            urgencies.put(key, Double.valueOf(urgency));
        }
        return Intent.newBuilder().setTime(time(words)).setSym(sym).setStrat(strat)
                .setTgtpos(words.qty("which position")).setUrgency(urgencies.getOrDefault(key, 1.0))
                .build();
    }

    private Quote quote(Words words) {
        String sym = words.next("which symbol");
        String[] prices = words.next("bid/ask").split("/");
        return Quote.newBuilder().setTime(time(words)).setSym(sym)
                .setBid(Double.parseDouble(prices[0])).setAsk(Double.parseDouble(prices[1])).build();
    }

    /** A quote that the market repeats for as long as time passes. */
    private List<JournalEntry> market(Words words) {
        if (words.take("off")) {
            markets.remove(words.next("which symbol"));
            return List.of();
        }
        Quote quote = quote(words);
        markets.put(quote.getSym(), quote);
        return List.of(clerk.entry(quote));
    }

    private PositionStatement statement(Words words, StatementType type) {
        PositionStatement.Builder s = PositionStatement.newBuilder().setTime(time(words))
                .setType(type).setSym(words.next("which symbol"))
                .setPosition(words.qty("which position")).setLastexecid(words.setting("last"));
        List<StrategyShare> shares = new ArrayList<>();
        while (words.more()) {
            shares.add(new StrategyShare(words.next("whose"), words.qty("how much")));
        }
        return s.setShares(shares).build();
    }

    /** Ticks, a second apart at most, and the quotes of the markets that are open. */
    private List<JournalEntry> pass(Words words) {
        Duration left = Words.duration(words.next("how long"));
        List<JournalEntry> entries = new ArrayList<>();
        while (left.compareTo(Duration.ZERO) > 0) {
            Duration step = left.compareTo(TICK) > 0 ? TICK : left;
            clerk.pass(step);
            left = left.minus(step);
            markets.values().forEach(q -> entries.add(
                    clerk.entry(Quote.newBuilder(q).setTime(clerk.now()).build())));
            entries.add(clerk.entry(new Tick(0)));
        }
        return entries;
    }

    private List<JournalEntry> pace(Words words) {
        clerk.pace(Words.duration(words.next("how long")));
        return List.of();
    }

    /** The clock leaps, and nobody has quoted meanwhile. */
    private List<JournalEntry> jump(Words words) {
        clerk.pass(Words.duration(words.next("how far")));
        return List.of(clerk.entry(new Tick(0)));
    }

    /** The sequencer has written an entry twice: same source, later time. */
    private List<JournalEntry> again(Words words) {
        words.take("again");
        return List.of(new JournalEntry(last.getSource(), clerk.now(), last.getEvent()));
    }
}
