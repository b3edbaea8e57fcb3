/**
 * Why something happened: the entries of the journal that led to it, and what each of them made.
 *
 * <p>In: the journal, read twice: once to find whose child and order it is, once to tell. Out: lines.
 */
package io.qtrader.app.replay.explain;
