package io.qtrader.app.instance;

import java.util.Optional;

/**
 * What runs and how.
 *
 * @param dev whether a cluster without copies is good enough
 * @param blotterPort port of the Blotter's HTTP, 0 for a free one; absent runs no Blotter
 * @param blotterGroup tells Blotters apart, of which each reads everything; may be empty
 */
public record InstanceSettings(boolean dev, Optional<Integer> blotterPort, String blotterGroup) {
}
