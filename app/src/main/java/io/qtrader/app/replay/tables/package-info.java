/**
 * How everything stood at a moment of the journal.
 *
 * <p>In: the journal up to the moment. Out: the rows that the Blotter had then.
 */
package io.qtrader.app.replay.tables;
