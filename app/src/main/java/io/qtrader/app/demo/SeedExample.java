package io.qtrader.app.demo;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.InputPublisher;
import io.qtrader.app.watch.Lines;
import io.qtrader.app.watch.Seen;
import io.qtrader.app.watch.TopicFollower;
import io.qtrader.client.IntentPublisher;
import io.qtrader.client.Topic;
import io.qtrader.schemas.Intent;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.ParentOrderStatus;
import io.qtrader.schemas.Position;
import io.qtrader.schemas.Quote;
import io.qtrader.schemas.Requirement;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The seed's own example (seed sections 1 to 6): strat1 wants +100 AAPL at urgency 0.3, strat2 +200
 * at 0.8, the market is 182.49 / 182.51. What it prints, it has read from topics.
 */
public final class SeedExample {

    /** What it follows: the seed's layers. */
    public static final List<Topic> FOLLOWED = List.of(Topic.INTENTS, Topic.TARGETS,
            Topic.REQUIREMENTS, Topic.PARENT_ORDERS, Topic.ORDERS, Topic.CHILD_ORDER_STATE,
            Topic.FILLS, Topic.NET_POSITIONS, Topic.BREACHES, Topic.REJECTS, Topic.DEAD_LETTERS);

    private static final String SYM = "AAPL";
    private static final long WANTED = 300;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final InputPublisher publisher;
    private final TopicFollower follower;
    private final Lines lines;
    private final PrintWriter out;

    private Requirement requirement;
    private Position position;
    private ParentOrder parent;

    /**
     * Ready to play.
     *
     * @param follower stands at the end of the topics {@link #FOLLOWED}
     */
    public SeedExample(
            InputPublisher publisher, TopicFollower follower, Lines lines, PrintWriter out) {
        this.publisher = publisher;
        this.follower = follower;
        this.lines = lines;
        this.out = out;
    }

    /**
     * Plays it to the end.
     *
     * @return the line that says how things stand then
     * @throws CommandFailure where it does not come to its end in time
     */
    public String play() {
        intent("strat1", 100, 0.3);
        follow(() -> parent != null && parent.getTgtqty() == 100, "a parent for 100");
        intent("strat2", 200, 0.8);
        follow(() -> parent.getTgtqty() == WANTED, "the parent grown to 300");
        // Only now: without a quote nothing is sent, so both intents stand before the first fill.
        try (QuoteStream quotes = new QuoteStream(() -> publisher.publish(
                Topic.QUOTES, Quote.class, SYM, quote()))) {
            quotes.start();
            follow(this::done, "the end");
        }
        return "%s position %d, requirement %d, parent %s %d/%d".formatted(SYM,
                position.getPosition(), requirement.getQty(), parent.getStatus(),
                parent.getFilled(), parent.getTgtqty());
    }

    private boolean done() {
        return parent.getStatus() == ParentOrderStatus.DONE && requirement.getQty() == 0
                && position != null && position.getPosition() == WANTED;
    }

    private void follow(BooleanSupplier reached, String what) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new CommandFailure("the demo did not come to " + what + " in "
                        + LONGEST.toSeconds() + " s", "run it again with -v and look for warnings");
            }
            follower.next(Duration.ofMillis(200)).forEach(this::take);
        }
    }

    private void take(Seen seen) {
        out.println(lines.of(seen));
        out.flush();
        if (seen.value() instanceof Requirement r && r.getSym().equals(SYM)) {
            requirement = r;
        } else if (seen.value() instanceof Position p && p.getSym().equals(SYM)) {
            position = p;
        } else if (seen.value() instanceof ParentOrder p && p.getSym().equals(SYM)) {
            parent = p;
        }
    }

    private void intent(String strat, long tgtpos, double urgency) {
        Intent intent = Intent.newBuilder().setTime(now()).setSym(SYM).setStrat(strat)
                .setTgtpos(tgtpos).setUrgency(urgency).build();
        publisher.publish(Topic.INTENTS, Intent.class, IntentPublisher.key(SYM, strat), intent);
    }

    private static Quote quote() {
        return Quote.newBuilder().setTime(now()).setSym(SYM).setBid(182.49).setAsk(182.51)
                .setLast(182.5).setBidsize(1000).setAsksize(1000).build();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
