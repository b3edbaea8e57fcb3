package io.qtrader.topology.blotter;

import com.fasterxml.jackson.core.JsonGenerator;
import io.qtrader.client.Seq;
import java.io.IOException;
import java.util.List;

/**
 * How a Blotter stands.
 *
 * @param state Kafka Streams' word for it
 * @param journalid identity of the journal
 * @param partitions each journal partition that it holds
 */
record Health(String state, String journalid, List<Partition> partitions) {

    /**
     * How far it is in one journal partition.
     *
     * @param partition the partition
     * @param applied the newest seq that any view has; null before the first
     * @param lag records of it that are written and not yet read
     */
    record Partition(int partition, Seq applied, long lag) {}

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("state", state);
        json.writeStringField("journalid", journalid);
        json.writeArrayFieldStart("partitions");
        for (Partition each : partitions) {
            json.writeStartObject();
            json.writeNumberField("partition", each.partition);
            json.writeFieldName("applied");
            if (each.applied == null) {
                json.writeNull();
            } else {
                json.writeStartObject();
                json.writeNumberField("offset", each.applied.offset());
                json.writeNumberField("index", each.applied.index());
                json.writeEndObject();
            }
            json.writeNumberField("lag", each.lag);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
