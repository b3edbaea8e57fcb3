/**
 * Parent orders: the commitment to satisfy one requirement, and what it takes to do so.
 *
 * <p>In: the requirement, the children as they stand, the schedule. Out: {@code ParentOrder},
 * {@code ExecState}, and through orders and children what brokers are told.
 *
 * <ul>
 *   <li>P1 At most one live parent per symbol. A net request is an episode: from the requirement
 *       appearing on one side until it is met, withdrawn or reversed; one parent each.
 *   <li>P2 tgtqty = filled + |allowed requirement|, by level, not by increment. More: the same parent
 *       grows, revision + 1, live children stay.
 *   <li>P3 Less: unsent first, then children reduced or cancelled; never below filled.
 *   <li>P4 Other side: cancel all, wait until every child is terminal, then a new parent sized from
 *       the position at that moment. A requirement that returns before that goes on with the same
 *       parent.
 *   <li>P5 Terminal only when no child is live: DONE when filled >= tgtqty > 0; CANCELLED when reversed
 *       or withdrawn unfilled (tgtqty stays at the last quantity wanted); FAILED when it cannot go on.
 *   <li>P7 After FAILED the symbol rests for a growing minimum; only a changed target or a resume
 *       ends it sooner.
 * </ul>
 */
package io.qtrader.core.parent;
