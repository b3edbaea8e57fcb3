/**
 * The active clock: the only time that waits are measured on.
 *
 * <p>In: an entry's time. Out: {@code Meta.clock}, and a CLOCK_JUMP breach where time leapt.
 */
package io.qtrader.core.time;
