package io.qtrader.paper.exchange;

import io.qtrader.paper.file.LineFile;
import io.qtrader.paper.file.SoleUse;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A simulated exchange on a TCP port of the loopback interface, in a process of its own or inside
 * another; see the package for what it does and {@code io.qtrader.paper.wire} for its language.
 */
public final class PaperExchange implements AutoCloseable {

    private final ServerSocket server;
    private final VenueThread venue;
    private final Optional<LineFile<Entry>> books;
    private final Optional<SoleUse> directory;
    private final Thread acceptor = new Thread(this::accept, "paper-exchange-accept");

    private PaperExchange(
            ServerSocket server,
            VenueThread venue,
            Optional<LineFile<Entry>> books,
            Optional<SoleUse> directory) {
        this.server = server;
        this.venue = venue;
        this.books = books;
        this.directory = directory;
    }

    /**
     * Opens the books and the port.
     *
     * @throws IOException in one line: the port is in use, the directory is, a file is damaged
     */
    public static PaperExchange start(PaperExchangeConfig config) throws IOException {
        return start(config, () -> ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    }

    /** The same under a given clock [microseconds since the epoch]. */
    public static PaperExchange start(PaperExchangeConfig config, LongSupplier clock)
            throws IOException {
        Behaviour behaviour = config.behaviourFile().isPresent()
                ? Behaviour.read(config.behaviourFile().get(), config.settings())
                : Behaviour.of(config.settings());
        ServerSocket server = bind(config.port());
        List<Entry> found = new ArrayList<>();
        Optional<SoleUse> directory = Optional.empty();
        Optional<LineFile<Entry>> books = Optional.empty();
        try {
            if (config.directory().isPresent()) {
                Path path = config.directory().get();
                directory = Optional.of(SoleUse.of(path, "paper exchange"));
                books = Optional.of(LineFile.open(
                        path.resolve("ledger.jsonl"), Entry.class, found::add));
            }
            long now = clock.getAsLong();
            // Unlike any other books' name, so that their execution ids differ too.
            Venue venue = new Venue(behaviour, found, "P" + Long.toString(now, 36), now);
            VenueThread thread = new VenueThread(venue, books, clock, () -> shut(server));
            PaperExchange exchange = new PaperExchange(server, thread, books, directory);
            exchange.venue.start();
            exchange.acceptor.setDaemon(true);
            exchange.acceptor.start();
            return exchange;
        } catch (IOException | RuntimeException e) {
            server.close();
            if (books.isPresent()) {
                books.get().close();
            }
            if (directory.isPresent()) {
                directory.get().close();
            }
            throw e;
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** Waits until it is closed, or has stopped because its books cannot be written. */
    public void awaitStop() throws InterruptedException {
        venue.join();
    }

    /** Closes port, connections and books; orders stay in the books as they are. */
    @Override
    public void close() throws IOException {
        shut(server);
        venue.halt();
        boolean interrupted = false;
        try {
            venue.join();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (books.isPresent()) {
            books.get().close();
        }
        if (directory.isPresent()) {
            directory.get().close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                venue.opened(new Connection(socket, venue));
            } catch (IOException e) {
                // The client went away again, or the port was shut.
            }
        }
    }

    /** Lets no further client in; the acceptor ends on it. */
    private static void shut(ServerSocket server) {
        try {
            server.close();
        } catch (IOException e) {
            // It is closed either way.
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return server;
        } catch (BindException e) {
            server.close();
            throw new IOException(
                    "paper exchange: port " + port
                            + " is in use; stop what has it, or give another",
                    e);
        }
    }
}
