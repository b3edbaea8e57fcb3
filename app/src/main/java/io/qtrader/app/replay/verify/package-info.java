/**
 * Compares the outputs, as they are committed on their topics, with what the core makes of the
 * journal.
 *
 * <p>In: a journal and the outputs. Out: what differs. A partition of the journal and its twelve
 * output partitions are walked in step, in the order of {@code qtrader-seq}, so that neither is ever
 * held in memory.
 */
package io.qtrader.app.replay.verify;
