package io.qtrader.topology.sequencer;

/**
 * Where an entry goes in the journal.
 *
 * @param partition journal partition
 * @param index which of the entries that its input makes
 */
record Target(int partition, int index) {}
