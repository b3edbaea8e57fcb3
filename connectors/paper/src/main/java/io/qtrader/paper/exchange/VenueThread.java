package io.qtrader.paper.exchange;

import io.qtrader.paper.file.LineFile;
import io.qtrader.paper.wire.Answer;
import io.qtrader.paper.wire.Report;
import io.qtrader.paper.wire.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that moves the {@link Venue}: takes what clients sent and what time has made due,
 * writes the books, syncs them, and only then sends.
 */
final class VenueThread extends Thread implements Connection.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(VenueThread.class);
    private static final int BATCH = 1000;

    private final Venue venue;
    private final Optional<LineFile<Entry>> books;
    private final LongSupplier clock;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Map<String, Connection> sessions = new HashMap<>();
    private final List<Runnable> answers = new ArrayList<>();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Runnable atStop;
    private long now;
    private volatile boolean stopped;

    /** {@code clock}: microseconds since the epoch; {@code atStop}: lets no further client in. */
    VenueThread(
            Venue venue, Optional<LineFile<Entry>> books, LongSupplier clock, Runnable atStop) {
        super("paper-exchange");
        setDaemon(true);
        this.venue = venue;
        this.books = books;
        this.clock = clock;
        this.atStop = atStop;
    }

    @Override
    public void received(Connection from, Request request) {
        inbox.add(() -> take(from, request));
    }

    @Override
    public void unreadable(Connection from, String why) {
        inbox.add(() -> answer(from, new Answer.Refused("the line is not understood: " + why)));
    }

    @Override
    public void closed(Connection connection) {
        connections.remove(connection);
        inbox.add(() -> {
            if (sessions.remove(connection.sender, connection) && connection.cancelOnDisconnect) {
                venue.cancelAll(now, connection.sender);
            }
        });
    }

    /** Stops after what it is at; no interrupt, which could cut a line of the books in two. */
    void halt() {
        stopped = true;
        inbox.add(() -> { });
    }

    void opened(Connection connection) {
        connections.add(connection);
        connection.start();
    }

    @Override
    public void run() {
        try {
            write();
            while (!stopped) {
                List<Runnable> batch = await();
                // A wall clock may be set back; the venue's time may not.
                now = Math.max(now, clock.getAsLong());
                venue.advance(now);
                batch.forEach(Runnable::run);
                write();
                send();
            }
        } catch (InterruptedException e) {
            // Stopped.
        } catch (IOException e) {
            LOG.error("the exchange stops: its books cannot be written: {}", e.toString());
        } catch (RuntimeException e) {
            LOG.error("the exchange stops on a bug", e);
        } finally {
            atStop.run();
            connections.forEach(Connection::close);
        }
    }

    private List<Runnable> await() throws InterruptedException {
        List<Runnable> batch = new ArrayList<>();
        long due = venue.nextDue().orElse(Long.MAX_VALUE);
        long wait = Math.max(0, Math.min(due - clock.getAsLong(), 1_000_000));
        Runnable first = inbox.poll(wait, TimeUnit.MICROSECONDS);
        if (first != null) {
            batch.add(first);
            inbox.drainTo(batch, BATCH);
        }
        return batch;
    }

    private void write() throws IOException {
        List<Entry> entries = venue.drain();
        if (books.isPresent() && !entries.isEmpty()) {
            for (Entry entry : entries) {
                books.get().append(entry);
            }
            books.get().sync();
        }
    }

    private void send() {
        answers.forEach(Runnable::run);
        answers.clear();
        for (Connection session : sessions.values()) {
            List<Report> reports = venue.reports(session.sender);
            while (session.nextSeq > 0 && session.nextSeq <= reports.size()) {
                Report report = reports.get((int) session.nextSeq - 1);
                session.send(new Answer.Sequenced(session.nextSeq, report));
                session.nextSeq++;
            }
        }
    }

    private void answer(Connection to, Answer answer) {
        answers.add(() -> to.send(answer));
    }

    private void take(Connection from, Request request) {
        if (request instanceof Request.Logon logon) {
            logon(from, logon);
        } else if (request instanceof Request.Resend resend) {
            from.nextSeq = Math.max(1, resend.fromSeq());
        } else if (from.sender == null && isOfSession(request)) {
            answer(from, new Answer.Refused("log on first"));
        } else {
            venue.take(now, from.sender, request).ifPresent(answer -> answer(from, answer));
        }
    }

    private static boolean isOfSession(Request request) {
        return request instanceof Request.Numbered || request instanceof Request.Status;
    }

    private void logon(Connection from, Request.Logon logon) {
        if (logon.sender() == null || logon.sender().isBlank()) {
            answer(from, new Answer.Refused("sender is missing"));
        } else if (from.sender != null) {
            answer(from, new Answer.Refused("logged on already as " + from.sender));
        } else if (sessions.containsKey(logon.sender())) {
            answer(from, new Answer.Refused("session " + logon.sender() + " is in use"));
        } else {
            from.sender = logon.sender();
            from.cancelOnDisconnect = logon.cancelOnDisconnect();
            sessions.put(from.sender, from);
            answers.add(() -> from.send(new Answer.LoggedOn(
                    venue.venueid(), from.sender, venue.reports(from.sender).size())));
        }
    }
}
