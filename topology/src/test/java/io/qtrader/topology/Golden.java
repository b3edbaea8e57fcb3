package io.qtrader.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;

/**
 * Compares a topology's description with the one on file. Task ids, store directories and changelog
 * names follow from it: a topology that changed silently would not find its own state again.
 */
public final class Golden {

    /** Set to write the files anew. */
    private static final String RENEW = "golden.renew";

    private Golden() {}

    /**
     * @param file under src/test/resources
     */
    public static void matches(String file, Topology topology) throws IOException {
        Path path = Path.of("src", "test", "resources", file);
        String now = topology.describe().toString();
        if (Boolean.getBoolean(RENEW)) {
            Files.writeString(path, now);
        }
        assertThat(now)
                .as(
                        "%s is not the topology that was built. If the change is meant, and what"
                                + " becomes of running state is clear, renew the file with"
                                + " mvn -pl topology -am test -Dtest='*TopologyGoldenTest'"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
                        path, RENEW)
                .isEqualTo(Files.exists(path) ? Files.readString(path) : "(no file)");
    }
}
