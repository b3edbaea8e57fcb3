package io.qtrader.app.replay;

import io.qtrader.schemas.JournalEntry;

/**
 * One entry of a journal and where it stands.
 *
 * @param partition journal partition
 * @param offset its offset there
 * @param timestamp the Kafka record's [ms since 1970]; decides nothing
 * @param key the Kafka record's key; null where it has none; decides nothing
 * @param entry the entry
 */
public record JournalLine(
        int partition, long offset, long timestamp, byte[] key, JournalEntry entry) {

    /** Where it stands, as messages say it: {@code partition/offset}. */
    public String place() {
        return partition + "/" + offset;
    }
}
