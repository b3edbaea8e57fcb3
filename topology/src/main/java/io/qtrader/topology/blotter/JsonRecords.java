package io.qtrader.topology.blotter;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;

/**
 * Writes Avro records as JSON: fields by their Avro names and in their order, enums and times as
 * text (ISO-8601, UTC), absent values as null, numbers as they are.
 */
final class JsonRecords {

    private JsonRecords() {}

    static void write(IndexedRecord record, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Field field : record.getSchema().getFields()) {
            json.writeFieldName(field.name());
            write(record.get(field.pos()), json);
        }
        json.writeEndObject();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof IndexedRecord record) {
            write(record, json);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(element, json);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(entry.getKey().toString());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else {
            // Text, enums, Instant, LocalDate: each says itself as it should stand.
            json.writeString(value.toString());
        }
    }
}
