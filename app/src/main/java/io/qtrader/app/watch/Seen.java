package io.qtrader.app.watch;

import io.qtrader.client.Seq;
import io.qtrader.client.Topic;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record as it was read.
 *
 * @param topic where it stood
 * @param partition its partition
 * @param offset its offset
 * @param time its timestamp
 * @param key its key; may be null
 * @param value its value; null where it was none or could not be decoded
 * @param seq which journal entry made it; empty for inputs
 * @param fault why the value is null where it should not be
 */
public record Seen(Topic topic, int partition, long offset, Instant time, String key,
        SpecificRecord value, Optional<Seq> seq, Optional<String> fault) {

    /** Its symbol; empty where it has none. */
    public String sym() {
        if (value == null || value.getSchema().getField("sym") == null) {
            return "";
        }
        Object sym = value.get(value.getSchema().getField("sym").pos());
        return sym == null ? "" : sym.toString();
    }
}
