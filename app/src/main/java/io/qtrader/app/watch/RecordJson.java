package io.qtrader.app.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Records as JSON: the fields by their names, times in ISO 8601. */
public final class RecordJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RecordJson() {
    }

    /** One line: where the record stood, and what it is. */
    public static String line(Seen seen) {
        ObjectNode line = JSON.objectNode();
        line.put("topic", seen.topic().suffix());
        line.put("partition", seen.partition());
        line.put("offset", seen.offset());
        line.put("time", seen.time().toString());
        line.put("key", seen.key());
        seen.seq().ifPresent(seq -> line.put("seq", seq.header()));
        seen.fault().ifPresent(fault -> line.put("fault", fault));
        line.set("value", value(seen.value()));
        try {
            return MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + line, e);
        }
    }

    /** A record as an object. */
    public static JsonNode of(IndexedRecord record) {
        return value(record);
    }

    private static JsonNode value(Object value) {
        if (value == null) {
            return JSON.nullNode();
        } else if (value instanceof IndexedRecord record) {
            ObjectNode node = JSON.objectNode();
            for (Schema.Field field : record.getSchema().getFields()) {
                node.set(field.name(), value(record.get(field.pos())));
            }
            return node;
        } else if (value instanceof Iterable<?> items) {
            ArrayNode node = JSON.arrayNode();
            items.forEach(item -> node.add(value(item)));
            return node;
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode node = JSON.objectNode();
            map.forEach((key, item) -> node.set(key.toString(), value(item)));
            return node;
        } else if (value instanceof Long number) {
            return JSON.numberNode(number);
        } else if (value instanceof Integer number) {
            return JSON.numberNode(number);
        } else if (value instanceof Double number) {
            return JSON.numberNode(number);
        } else if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        return JSON.textNode(value.toString());
    }
}
