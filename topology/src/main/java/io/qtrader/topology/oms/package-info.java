/**
 * The Oms: reads the journal, applies it to the core, writes the outputs, exactly once.
 *
 * <p>In: {@code journal}. Out: every output topic. Each task holds the state of one journal
 * partition in a changelogged store and knows the offset that it has applied: an entry at or below
 * it is known, the next is applied, anything else stops the task.
 */
package io.qtrader.topology.oms;
