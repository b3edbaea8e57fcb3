/**
 * Orders: logical attempts at execution, one of a parent's many.
 *
 * <p>In: what their children did. Out: {@code Order}.
 *
 * <ul>
 *   <li>O1 pending = max(0, size - filled) while live.
 *   <li>O2 Statuses are exactly the seed's.
 *   <li>O4 An order's status follows its children: FILLED by quantity, PARTIAL while some is filled
 *       and some open, CANCELLED when all are terminal short of it, REJECTED when all were refused
 *       and nothing filled. A retry after a reject is a new order.
 * </ul>
 */
package io.qtrader.core.order;
