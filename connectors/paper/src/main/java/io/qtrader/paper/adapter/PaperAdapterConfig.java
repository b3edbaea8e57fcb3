package io.qtrader.paper.adapter;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a paper adapter is started with.
 *
 * @param brokerid whose instructions it takes, by qtrader's name for the broker
 * @param session name of its session at the exchange; one journal's orders only, since child ids
 *     of another journal are the same numbers
 * @param port of the exchange, on the loopback interface
 * @param directory where its log and the reader's state are kept; one adapter at a time uses it
 * @param quoteFeed passes the quotes topic on to the exchange, so that it has a market
 * @param deadManMs cancels what is open after so long a silence of qtrader [ms]; 0 never
 * @param adopt takes reports of a session of which the log knows nothing
 * @param properties Kafka's properties, {@code schema.registry.*}, {@code qtrader.prefix}
 */
public record PaperAdapterConfig(
        String brokerid,
        String session,
        int port,
        Path directory,
        boolean quoteFeed,
        long deadManMs,
        boolean adopt,
        Map<String, ?> properties) {

    /** With a quote feed, a session of the broker's name, without dead-man rule. */
    public static PaperAdapterConfig of(
            String brokerid, int port, Path directory, Map<String, ?> properties) {
        return new PaperAdapterConfig(
                brokerid, brokerid, port, directory, true, 0, false, properties);
    }

    /** Refuses what cannot work, in one line. */
    public PaperAdapterConfig {
        check(!brokerid.isBlank(), "brokerid is empty: name the broker as the routes do");
        check(!session.isBlank(), "session is empty: name the session at the exchange");
        check(port > 0 && port <= 65535, "port is " + port + ": give the exchange's, 1-65535");
        check(deadManMs >= 0, "deadManMs is " + deadManMs + ": give 0 for never, or a time");
        properties = Map.copyOf(properties);
    }

    /** The same under a dead-man rule [ms]. */
    public PaperAdapterConfig withDeadManMs(long value) {
        return new PaperAdapterConfig(
                brokerid, session, port, directory, quoteFeed, value, adopt, properties);
    }

    /** The same with or without feeding quotes to the exchange. */
    public PaperAdapterConfig withQuoteFeed(boolean value) {
        return new PaperAdapterConfig(
                brokerid, session, port, directory, value, deadManMs, adopt, properties);
    }

    /** The same, taking reports of a session of which the log knows nothing. */
    public PaperAdapterConfig withAdopt(boolean value) {
        return new PaperAdapterConfig(
                brokerid, session, port, directory, quoteFeed, deadManMs, value, properties);
    }

    /** The same under another name at the exchange. */
    public PaperAdapterConfig withSession(String value) {
        return new PaperAdapterConfig(
                brokerid, value, port, directory, quoteFeed, deadManMs, adopt, properties);
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException("paper adapter: " + otherwise);
        }
    }
}
