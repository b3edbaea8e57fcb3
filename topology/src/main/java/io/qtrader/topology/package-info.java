/**
 * The Kafka Streams shells of qtrader, and what they share.
 *
 * <p>In flow order: {@code sequencer} writes the journal from the inputs, {@code oms} applies the
 * journal to the core and writes the outputs, {@code blotter} keeps the outputs as tables and
 * answers questions about them. Decisions are the core's alone; a shell loads, calls, saves and
 * forwards.
 */
package io.qtrader.topology;
