/**
 * Risk: what may be sent now.
 *
 * <p>In: a quantity that a parent would send. Out: how much of it may go, and why not all.
 *
 * <ul>
 *   <li>R2 HALT blocks new exposure, lets cancels and reducing sends through, survives restarts.
 *       FLATTEN overrides the target with 0 until RESUME.
 *   <li>R3 Nothing is sent on a missing or stale quote; after a CLOCK_JUMP not before a new one.
 * </ul>
 */
package io.qtrader.core.risk;
