package io.qtrader.app.replay.verify;

import io.qtrader.app.replay.JournalLine;
import io.qtrader.client.Seq;
import io.qtrader.core.state.Output;

/**
 * A record that the core makes.
 *
 * @param line the journal entry that it makes it of
 * @param seq its {@code qtrader-seq}
 * @param output the record
 */
record Expected(JournalLine line, Seq seq, Output output) {
}
