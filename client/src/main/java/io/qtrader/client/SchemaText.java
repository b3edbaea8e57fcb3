package io.qtrader.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** Schemas as the text that crosses the border to Confluent's client. */
final class SchemaText {

    private static final String JAVA_STRING = "avro.java.string";
    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaText() {}

    /** A schema's text without what only Java needs. */
    static String portable(Schema schema) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            strip(tree);
            // Parsed and printed again, so that {"type":"string"} is "string" as in the sources.
            return parse(tree.toString()).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro printed a schema that is not JSON: " + schema, e);
        }
    }

    /**
     * Parses what a registry holds. Its names and defaults are its own affair: another language's
     * Avro may have been less strict when it was registered.
     */
    static Schema parse(String text) {
        return new Schema.Parser(NameValidator.NO_VALIDATION)
                .setValidateDefaults(false)
                .parse(text);
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_STRING);
        }
        node.forEach(SchemaText::strip);
    }
}
