package io.qtrader.core.state;

import org.apache.avro.specific.SpecificRecord;

/**
 * One record that leaves the machine. Its place in the list that {@code Machine.apply} returns is the
 * index of its {@code qtrader-seq}.
 *
 * @param stream which output it belongs to
 * @param key the record's key: an id in decimal, a symbol, or {@code symbol|strategy}
 * @param value the record; null takes the key's row out of a table
 * @param counter on {@link Stream#CHILD_ORDERS} the dense counter of the partition, the first is 1; else 0
 * @param digest on {@link Stream#CHILD_ORDERS} the chained digest of all instructions up to this one; else 0
 */
public record Output(Stream stream, String key, SpecificRecord value, long counter, long digest) {}
