/**
 * Position: what there is, and whose it is.
 *
 * <p>In: fills, statements, adjustments. Out: {@code Position} and {@code StrategyPosition}.
 *
 * <ul>
 *   <li>S1 An OPENING statement sets the position, only while no child of the symbol is live.
 *   <li>S2 A RUNNING statement is compared only.
 *   <li>S3 At every offset position = fills + unattributed + opening + adjustments.
 *   <li>S4 Fills are shared out to strategies by what each still wants, largest remainder first,
 *       summing exactly; what none wants goes to {@code _house}.
 * </ul>
 */
package io.qtrader.core.position;
