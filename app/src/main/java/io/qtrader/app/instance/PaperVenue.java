package io.qtrader.app.instance;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.Connection;
import io.qtrader.paper.adapter.PaperAdapter;
import io.qtrader.paper.adapter.PaperAdapterConfig;
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
    private final PaperAdapter adapter;

    private PaperVenue(PaperExchange exchange, PaperAdapter adapter) {
        this.exchange = exchange;
        this.adapter = adapter;
    }

    /**
     * Starts both.
     *
     * @param port port of the exchange; 0 for a free one
     * @param directory where both keep what they know
     * @param journalid journal whose orders these are: another's would have the same ids
     */
    public static PaperVenue open(Connection connection, int port, Path directory,
            String journalid) {
        try {
            PaperExchange exchange = PaperExchange.start(new PaperExchangeConfig(port,
                    Optional.of(directory.resolve("exchange")), Optional.empty(),
                    VenueSettings.DEFAULT));
            try {
                return new PaperVenue(exchange, PaperAdapter.start(PaperAdapterConfig.of(BROKER,
                                exchange.port(), directory.resolve("adapter"),
                                connection.properties())
                        .withSession(BROKER + "-" + journalid)));
            } catch (IOException | RuntimeException e) {
                exchange.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CommandFailure(e.getMessage(), "", e);
        }
    }

    /** Where the exchange listens. */
    public String address() {
        return "127.0.0.1:" + exchange.port();
    }

    @Override
    public void close() throws IOException {
        try (PaperExchange last = exchange) {
            adapter.close();
        }
    }
}
