/**
 * Replay: reads a journal through the same core as the live system, without Kafka Streams, and
 * writes nothing.
 *
 * <p>In: the journal, from a cluster or from an exported file; to compare, the outputs. Out: lines
 * for a person, and an exit code.
 */
package io.qtrader.app.replay;
