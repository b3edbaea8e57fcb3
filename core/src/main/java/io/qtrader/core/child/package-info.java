/**
 * Child orders: what the broker sees, what it owes us an answer to, and what it may still fill.
 *
 * <p>In: decisions to send, reports of brokers. Out: instructions on {@code child-orders}, rows of
 * {@code child-order-state}.
 *
 * <ul>
 *   <li>C1 At every send position + W + new stays within the target, where W is the worst case still
 *       able to fill. A terminal report releases only size - cumqty; cumqty not yet explained by
 *       fills stays in W until they arrive.
 *   <li>C2 Only child orders leave the system.
 *   <li>C3 An answer owed and not there in T1: STATUS is asked. After T2: UNKNOWN, a breach, and the
 *       symbol sends nothing that increases exposure. An execution or RESOLVE ends it.
 *   <li>O2 What is in flight is a field of the child, not a status. O3 One CANCEL or REPLACE
 *       outstanding per child; an unacknowledged NEW may be cancelled.
 * </ul>
 */
package io.qtrader.core.child;
