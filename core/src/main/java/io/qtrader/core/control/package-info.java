/**
 * Controls: what operators order.
 *
 * <p>In: {@code Control}. Out: policy, instruments, routes and halts in the state; the symbols to
 * decide anew.
 */
package io.qtrader.core.control;
