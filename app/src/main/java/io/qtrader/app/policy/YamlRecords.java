package io.qtrader.app.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Reads a tree of YAML into an Avro record, field by field, and names the key that is wrong. */
final class YamlRecords {

    private YamlRecords() {
    }

    /**
     * A record from the keys of a node that are its fields.
     *
     * @param others keys that the node may have beside them
     */
    static <T extends SpecificRecord> T record(
            JsonNode node, Class<T> type, String key, Set<String> others) {
        Schema schema = SpecificData.get().getSchema(type);
        return type.cast(record(node, schema, key, others));
    }

    private static Object record(JsonNode node, Schema schema, String key, Set<String> others) {
        if (!node.isObject()) {
            throw new PolicyFault(key, "is " + shown(node) + ": must have the keys "
                    + fields(schema));
        }
        refuseUnknown(node, schema, key, others);
        SpecificRecord record = (SpecificRecord) make(schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = node.get(field.name());
            if (value == null || value.isNull()) {
                throw new PolicyFault(under(key, field.name()), "is missing: " + field.doc());
            }
            record.put(field.pos(), value(value, field.schema(), under(key, field.name())));
        }
        return record;
    }

    private static Object value(JsonNode node, Schema schema, String key) {
        return switch (schema.getType()) {
            case RECORD -> record(node, schema, key, Set.of());
            case ARRAY -> list(node, schema.getElementType(), key);
            case ENUM -> symbol(node, schema, key);
            case STRING -> text(node, key);
            case BOOLEAN -> truth(node, key);
            case INT -> Math.toIntExact(whole(node, key, Integer.MAX_VALUE));
            case LONG -> whole(node, key, Long.MAX_VALUE);
            case DOUBLE -> number(node, key);
            default -> throw new IllegalStateException(key + ": no YAML for " + schema);
        };
    }

    /** The generated class; found here, since Avro's own finder asks who vouches for it. */
    private static Class<?> generated(Schema schema) {
        try {
            return Class.forName(schema.getFullName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no generated class for " + schema.getFullName(), e);
        }
    }

    private static Object make(Schema schema) {
        try {
            return generated(schema).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + schema.getFullName(), e);
        }
    }

    private static List<Object> list(JsonNode node, Schema items, String key) {
        if (!node.isArray()) {
            throw new PolicyFault(key, "is " + shown(node) + ": must be a list");
        }
        List<Object> list = new ArrayList<>();
        for (JsonNode item : node) {
            list.add(value(item, items, key + "[" + list.size() + "]"));
        }
        return list;
    }

    private static Object symbol(JsonNode node, Schema schema, String key) {
        if (!node.isTextual() || !schema.hasEnumSymbol(node.textValue())) {
            throw new PolicyFault(key, "is " + shown(node) + ": must be one of "
                    + String.join(", ", schema.getEnumSymbols()));
        }
        return Arrays.stream(generated(schema).getEnumConstants())
                .filter(constant -> constant.toString().equals(node.textValue())).findFirst()
                .orElseThrow();
    }

    /** Text; a number counts too, since a symbol may look like one. */
    static String text(JsonNode node, String key) {
        if (!node.isTextual() && !node.isIntegralNumber()) {
            throw new PolicyFault(key, "is " + shown(node) + ": must be text (quote it)");
        }
        return node.asText();
    }

    private static boolean truth(JsonNode node, String key) {
        if (!node.isBoolean()) {
            throw new PolicyFault(key, "is " + shown(node) + ": must be true or false");
        }
        return node.booleanValue();
    }

    private static long whole(JsonNode node, String key, long most) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() > most
                || node.longValue() < -most) {
            throw new PolicyFault(key, "is " + shown(node) + ": must be a whole number, at most "
                    + most);
        }
        return node.longValue();
    }

    private static double number(JsonNode node, String key) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new PolicyFault(key, "is " + shown(node) + ": must be a number");
        }
        return node.doubleValue();
    }

    private static void refuseUnknown(
            JsonNode node, Schema schema, String key, Set<String> others) {
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (schema.getField(name) == null && !others.contains(name)) {
                throw new PolicyFault(under(key, name), "is no key of " + schema.getName()
                        + ", which has " + fields(schema));
            }
        }
    }

    private static String fields(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name)
                .collect(Collectors.joining(", "));
    }

    private static String shown(JsonNode node) {
        return node.isTextual() ? "\"" + node.textValue() + "\"" : node.toString();
    }

    static String under(String key, String name) {
        return key.isEmpty() ? name : key + "." + name;
    }
}
