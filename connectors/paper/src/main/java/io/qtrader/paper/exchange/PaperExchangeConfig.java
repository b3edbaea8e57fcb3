package io.qtrader.paper.exchange;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a paper exchange is started with.
 *
 * @param port TCP port on the loopback interface; 0 takes a free one
 * @param directory where the books are kept, so that they survive a restart; absent keeps none
 * @param behaviourFile settings and script over {@code settings}; absent for these alone
 */
public record PaperExchangeConfig(
        int port, Optional<Path> directory, Optional<Path> behaviourFile, VenueSettings settings) {

    /** On a free port, without a file, as the settings say. */
    public static PaperExchangeConfig inMemory(VenueSettings settings) {
        return new PaperExchangeConfig(0, Optional.empty(), Optional.empty(), settings);
    }

    /** Refuses an impossible port. */
    public PaperExchangeConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException(
                    "paper exchange: port is " + port + ", expected 0-65535");
        }
    }
}
