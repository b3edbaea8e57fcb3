package io.qtrader.paper.adapter;

import io.qtrader.client.ChildOrderReader;
import io.qtrader.client.ExecutionPublisher;
import io.qtrader.client.Registry;
import io.qtrader.client.TopicNames;
import io.qtrader.paper.file.LineFile;
import io.qtrader.paper.file.SoleUse;
import io.qtrader.paper.wire.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The adapter of the paper exchange: reads child-orders, writes executions. One thread keeps the
 * line to the exchange and reports what comes from it; another takes instructions while the line is
 * up; a third passes quotes on. See the package for the promises it keeps.
 */
public final class PaperAdapter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PaperAdapter.class);
    private static final Duration TAKE = Duration.ofMillis(100);
    private static final long FIRST_WAIT_MS = 100;
    private static final long LONGEST_WAIT_MS = 5_000;
    private static final long RECOVERY_MS = 30_000;

    private final PaperAdapterConfig config;
    private final TopicNames names;
    private final SoleUse directory;
    private final Path log;
    private final Registry registry;
    private final Executions executions;
    private final Live live = new Live();
    private final DeadMan deadMan;
    private final InstructionLoop instructions;
    private final Optional<QuoteFeed> quotes;
    private final Outage exchange;
    private final Thread lineThread = new Thread(this::keepLine, "paper-adapter");
    private final Thread instructionThread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile ExecutionPublisher publisher;
    private volatile VenueLine line;
    private volatile String problem;
    private long waitMs = FIRST_WAIT_MS;

    private PaperAdapter(PaperAdapterConfig config, SoleUse directory) throws IOException {
        this.config = config;
        this.directory = directory;
        this.log = config.directory().resolve("log.jsonl");
        // Damage is found now, not when the exchange is there.
        LineFile.open(log, LogEntry.class, new AdapterState()::apply).close();
        this.names = names(config);
        this.executions = new Executions(config.brokerid(), Instant::now);
        this.deadMan = new DeadMan(config.deadManMs(), DeadMan.nowMs());
        this.exchange =
                new Outage(LOG, "exchange on port " + config.port(), DeadMan::nowMs);
        this.registry = new Registry(config.properties());
        this.quotes = config.quoteFeed()
                ? Optional.of(new QuoteFeed(config.properties(), names, registry, live::sendIfUp))
                : Optional.empty();
        this.instructions = new InstructionLoop(
                config.brokerid(),
                new ChildOrderReader(
                        config.properties(), names, registry, config.directory().resolve("reader")),
                live,
                deadMan);
        this.instructionThread = new Thread(instructions, "paper-adapter-instructions");
    }

    /**
     * Starts it; the exchange may come later.
     *
     * @throws IOException in one line: the directory is in use, or its log is damaged
     * @throws io.qtrader.client.ClientException in one line: topics or registry are not as they
     *     must be
     * @throws io.qtrader.client.ReaderAlarm child-orders are not what was read before
     */
    public static PaperAdapter start(PaperAdapterConfig config) throws IOException {
        SoleUse directory = SoleUse.of(config.directory(), "paper adapter");
        try {
            PaperAdapter adapter = new PaperAdapter(config, directory);
            adapter.lineThread.start();
            adapter.instructionThread.start();
            adapter.quotes.ifPresent(QuoteFeed::start);
            return adapter;
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Whether the line to the exchange is up. */
    public boolean isUp() {
        return live.isUp();
    }

    /** Why it does not do all of its work, and will not of its own; empty while it does. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem).or(instructions::alarm);
    }

    /** Waits until it is closed, or must stop; then {@link #problem} says why. */
    public void awaitStop() throws InterruptedException {
        lineThread.join();
    }

    /** Stops; what is open stays open at the exchange, and is taken up at the next start. */
    @Override
    public void close() throws IOException {
        closing.countDown();
        live.close();
        instructions.close();
        closeLine();
        try {
            lineThread.join();
            instructionThread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        quotes.ifPresent(QuoteFeed::close);
        registry.close();
        directory.close();
    }

    /** Also lets go who waits for the cluster's word on an execution: it comes again. */
    private void closeLine() {
        VenueLine currentLine = line;
        if (currentLine != null) {
            currentLine.fail(new IOException("the adapter closes"));
        }
        ExecutionPublisher currentPublisher = publisher;
        if (currentPublisher != null) {
            currentPublisher.close();
        }
    }

    private void keepLine() {
        try {
            while (closing.getCount() > 0) {
                try {
                    serve();
                } catch (HistoryException e) {
                    throw e;
                } catch (IOException | RuntimeException e) {
                    if (closing.getCount() > 0) {
                        exchange.failed(e);
                    }
                }
                closing.await(waitMs, TimeUnit.MILLISECONDS);
                waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
            }
        } catch (HistoryException e) {
            problem = e.getMessage();
            LOG.error("adapter {} stops: {}", config.brokerid(), problem);
            live.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection, from its logon to its end. */
    private void serve() throws IOException, InterruptedException {
        try (VenueLine newLine = VenueLine.connect(config.port());
                ExecutionPublisher out =
                        new ExecutionPublisher(config.properties(), names, registry)) {
            line = newLine;
            publisher = out;
            Answer.LoggedOn on = newLine.logon(config.session());
            String run = Long.toString(System.currentTimeMillis(), 36) + "." + System.nanoTime();
            try (Engine engine = new Engine(log, run, executions, newLine, out::publish)) {
                engine.begin(on, config.adopt());
                if (quotes.isPresent()) {
                    for (var quote : quotes.get().latest()) {
                        newLine.send(quote);
                    }
                }
                recover(engine, newLine);
                report(engine, newLine);
            }
        }
    }

    private void recover(Engine on, VenueLine from) throws IOException, InterruptedException {
        long limit = DeadMan.nowMs() + RECOVERY_MS;
        while (!on.isRecovered() && closing.getCount() > 0) {
            if (DeadMan.nowMs() > limit) {
                throw new IOException("the exchange does not say how our orders stand");
            }
            on.take(from.take(TAKE));
        }
    }

    private void report(Engine on, VenueLine from) throws IOException, InterruptedException {
        deadMan.begin(DeadMan.nowMs());
        live.up(on, from);
        exchange.works();
        waitMs = FIRST_WAIT_MS;
        try {
            while (closing.getCount() > 0) {
                List<Answer> batch = from.take(TAKE);
                live.now(engine -> {
                    engine.take(batch);
                    engine.check(deadMan, DeadMan.nowMs());
                });
            }
        } finally {
            live.down();
        }
    }

    private static TopicNames names(PaperAdapterConfig config) {
        Object prefix = config.properties().get(TopicNames.PREFIX_KEY);
        return prefix == null ? TopicNames.DEFAULT : new TopicNames(prefix.toString());
    }
}
