/**
 * Follows topics as they grow and says what happens, a line a record, in the order of the journal.
 *
 * <p>In: inputs and outputs, read uncommitted. Out: lines or JSON. What a crash made twice is
 * dropped by {@code qtrader-seq}.
 */
package io.qtrader.app.watch;
