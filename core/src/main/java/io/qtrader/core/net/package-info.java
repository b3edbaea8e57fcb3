/**
 * Net: what strategies want, summed up, against what there is. It never sees orders (N4).
 *
 * <p>In: intents and the position. Out: {@code AggTarget} and {@code Requirement}.
 *
 * <ul>
 *   <li>N1 The latest intent per (symbol, strategy) in journal order stands; an older time than that
 *       of the intent it would replace is STALE, one ahead of the entry by more than the policy's
 *       futurems is FUTURE.
 *   <li>N2 AggTarget = sum of tgtpos; urgency is the mean of the strategies' urgencies, weighted by
 *       |tgtpos - strategy position| at each one's intent, in integers.
 *   <li>N3 ReqQty = AggTarget - Position: state, never an increment. None until the symbol has an
 *       intent, and, where an opening statement names strategies' shares, until each has spoken.
 *   <li>N4 Net never sees orders.
 *   <li>N5 Where a limit clips, the requirement carries raw and allowed quantity and a breach says so.
 * </ul>
 */
package io.qtrader.core.net;
