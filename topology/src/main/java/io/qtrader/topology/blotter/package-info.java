/**
 * The Blotter: keeps the outputs as tables and answers questions about them over HTTP.
 *
 * <p>In: the output topics but {@code child-orders}, read uncommitted. Out: nothing on topics; JSON
 * on a loopback port. It decides nothing, and nothing waits for it.
 */
package io.qtrader.topology.blotter;
