/**
 * Executions: what brokers report, taken in as facts before anything is decided.
 *
 * <p>In: {@code Execution}. Out: changed children, orders, parents, positions; {@code Fill}.
 *
 * <ul>
 *   <li>E1 One FILL, BUST or CORRECT per (broker, trade date, execid): an equal repeat is counted and
 *       dropped; a different one is quarantined, a breach, and locks the symbol.
 *   <li>E2 A fill is never dropped: late, beyond size, for an unknown child, it moves the position and
 *       is marked.
 *   <li>E3 BUST and CORRECT are signed entries. One whose FILL is not known moves nothing, locks the
 *       symbol and waits; when the FILL comes both are recorded. Of corrections the newest by the
 *       broker's time stands, a bust ends them all.
 *   <li>E4 A fill implies the acknowledgement. E5 Too late to cancel is not an error.
 *   <li>E6 A reject returns its quantity to the parent; a transient one is retried after a growing
 *       time, boundedly, and so is an end that nobody asked for. E7 STATUS never moves the position; a cumqty that disagrees is a breach.
 *   <li>E8 Where an execution's symbol is not its child's, the child's counts and a breach says so.
 * </ul>
 */
package io.qtrader.core.execution;
