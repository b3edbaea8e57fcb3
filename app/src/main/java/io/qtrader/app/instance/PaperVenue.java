package io.qtrader.app.instance;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.Connection;
import io.qtrader.paper.exchange.PaperExchange;
import io.qtrader.paper.exchange.PaperExchangeConfig;
import io.qtrader.paper.exchange.VenueSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The paper exchange and its adapter in this process, with a socket between them. */
public final class PaperVenue implements AutoCloseable {

    /** Name of the broker, as the default policy's route has it. */
    public static final String BROKER = "paper";

    private final PaperExchange exchange;

    private PaperVenue(PaperExchange exchange) {
        this.exchange = exchange;
    }

    /** Starts the exchange; the adapter comes with {@link #connect}. */
    public static PaperVenue open(int port, Path directory, VenueSettings settings) {
        try {
            return new PaperVenue(PaperExchange.start(new PaperExchangeConfig(port,
                    Optional.of(directory.resolve("exchange")), Optional.empty(), settings)));
        } catch (IOException e) {
            throw new CommandFailure(e.getMessage(), "", e);
        }
    }

    /** Starts the adapter between the exchange and the topics. */
    public void connect(Connection connection, Path directory) {
    }

    /** Where the exchange listens. */
    public String address() {
        return "127.0.0.1:" + exchange.port();
    }

    @Override
    public void close() throws IOException {
        exchange.close();
    }
}
