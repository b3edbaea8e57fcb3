/**
 * Risk: what may be sent now.
 *
 * <p>In: a quantity that a parent would send. Out: how much of it may go, and why not all.
 *
 * <ul>
 *   <li>R1 Limits per symbol, strategy and broker: position, order quantity, notional, collar, order
 *       rate, open children; what spans partitions is allotted evenly.
 *   <li>R2 HALT blocks new exposure, lets cancels and reducing sends through, survives restarts.
 *       FLATTEN overrides the target with 0 until RESUME.
 *   <li>R3 Nothing is sent on a missing or stale quote; after a CLOCK_JUMP not before a new one.
 *   <li>R4 Every refusal names the limit, its value and what was asked.
 * </ul>
 */
package io.qtrader.core.risk;
