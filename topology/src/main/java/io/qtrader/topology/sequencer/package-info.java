/**
 * The sequencer: everything uncertain happens here, before the journal.
 *
 * <p>In: intents, executions, positions, quotes, controls, as raw bytes in whatever partitions
 * their writers chose. Out: the journal, one entry for every input in the one order that counts
 * from then on, stamped with the only clock that decisions know; and dead-letters, what could not
 * be read or placed, with the reason.
 *
 * <p>In flow order: {@link io.qtrader.topology.sequencer.Judge} reads a record,
 * {@link io.qtrader.topology.sequencer.Router} finds its journal partition,
 * {@link io.qtrader.topology.sequencer.Conflation} holds quotes back,
 * {@link io.qtrader.topology.sequencer.Lineage} says what was sent before it,
 * {@link io.qtrader.topology.sequencer.Pulse} lets time pass where nothing else happens.
 * {@link io.qtrader.topology.sequencer.SequencerProcessor} puts them together, and
 * {@link io.qtrader.topology.sequencer.Sequencer} runs it.
 *
 * <p>The promise is at-least-once with lineage: an input may stand in the journal more than once,
 * and an entry may stand there whose predecessor is missing; {@link io.qtrader.core.Acceptance}
 * takes each input once, in order, all the same.
 */
package io.qtrader.topology.sequencer;
