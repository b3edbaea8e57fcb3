/**
 * Algorithms: how much of a parent is let go when, and at which price.
 *
 * <p>In: urgency, policy, active clock, quote. Out: {@code released} and {@code crossing} of the
 * parent, prices of orders.
 *
 * <ul>
 *   <li>P6 Algo and deadline come from urgency by policy. Growth gets time in proportion to its share
 *       of tgtqty, altogether at most one more horizon. A rise in urgency may bring the deadline
 *       nearer and the algorithm to a more urgent one, never back. Past the deadline the rest is
 *       worked immediately. TWAP: equal slices in whole lots over the horizon; a slice rests a tick
 *       inside the near side; what is unfilled when the next is due crosses the spread.
 * </ul>
 */
package io.qtrader.core.algo;
