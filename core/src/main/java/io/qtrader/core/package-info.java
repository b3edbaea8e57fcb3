/**
 * The machine: a pure function from state and journal entry to changed state and outputs.
 *
 * <p>It stands between the journal and the output topics. In: one {@code JournalEntry} at a time, in
 * journal order. Out: {@code Output}s and changed state rows. It imports no Kafka, no clock, no
 * chance, no logging, and iterates over nothing unordered.
 *
 * <p>Order of evaluation, one pass per entry: facts (execution, child, order, parent, position,
 * strategy), then net, then decisions (parent, algo, order, risk, child).
 */
package io.qtrader.core;
