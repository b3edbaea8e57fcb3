package io.qtrader.topology;

import java.util.Map;

/** How changelog topics are kept. */
public final class Changelogs {

    /**
     * Keeps a changelog short, since a restore reads all of it: only closed segments are compacted,
     * and with Kafka's own defaults a gigabyte of overwritten rows would be read first.
     */
    public static final Map<String, String> SHORT =
            Map.of(
                    "segment.bytes", Integer.toString(32 << 20),
                    "segment.ms", Integer.toString(10 * 60_000),
                    "min.cleanable.dirty.ratio", "0.1");

    private Changelogs() {}
}
