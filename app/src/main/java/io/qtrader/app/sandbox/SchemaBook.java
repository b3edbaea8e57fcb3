package io.qtrader.app.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * Subjects, their versions and the ids of their schemas, by Confluent's rules: the same schema has
 * one id under whatever subjects; registering it again changes nothing; a new version must be
 * compatible at the subject's level, which is BACKWARD unless set otherwise.
 */
final class SchemaBook implements AutoCloseable {

    /** One version of a subject; {@code schema} is as it was registered. */
    record Version(String subject, int version, int id, String schema) {
    }

    private final Map<String, List<Version>> subjects = new TreeMap<>();
    private final Map<Integer, Schema> schemas = new TreeMap<>();
    private final Map<String, Compatibility> levels = new TreeMap<>();
    private final SchemaLog log;
    private Compatibility level = Compatibility.BACKWARD;

    /** A book kept in the given file, as the file has it. */
    SchemaBook(Path file) {
        log = new SchemaLog(file, this::recall);
    }

    synchronized Version register(String subject, String text) {
        Schema schema = parse(text);
        Version known = find(subject, schema);
        if (known != null) {
            return known;
        }
        List<String> faults = faults(subject, schema);
        if (!faults.isEmpty()) {
            throw RegistryRefusal.incompatible(subject, faults.toString());
        }
        List<Version> versions = subjects.getOrDefault(subject, List.of());
        Version added = new Version(subject, versions.size() + 1, idOf(schema), text);
        log.append(SchemaLog.Line.version(subject, added.version(), added.id(), text));
        add(added, schema);
        return added;
    }

    synchronized Version lookUp(String subject, String text) {
        versionsOf(subject);
        Version known = find(subject, parse(text));
        if (known == null) {
            throw RegistryRefusal.schemaNotFound("under subject " + subject);
        }
        return known;
    }

    synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    synchronized List<Version> versionsOf(String subject) {
        List<Version> versions = subjects.get(subject);
        if (versions == null) {
            throw RegistryRefusal.subjectNotFound(subject);
        }
        return List.copyOf(versions);
    }

    /** One version by its number, {@code latest} or {@code -1}. */
    synchronized Version version(String subject, String which) {
        List<Version> versions = versionsOf(subject);
        if (which.equals("latest") || which.equals("-1")) {
            return versions.get(versions.size() - 1);
        }
        int number;
        try {
            number = Integer.parseInt(which);
        } catch (NumberFormatException e) {
            throw RegistryRefusal.invalidVersion(which);
        }
        if (number < 1) {
            throw RegistryRefusal.invalidVersion(which);
        }
        if (number > versions.size()) {
            throw RegistryRefusal.versionNotFound(which);
        }
        return versions.get(number - 1);
    }

    synchronized String schema(int id) {
        Schema schema = schemas.get(id);
        if (schema == null) {
            throw RegistryRefusal.schemaNotFound(Integer.toString(id));
        }
        return schema.toString();
    }

    synchronized List<Version> versionsOfId(int id) {
        schema(id);
        return subjects.values().stream().flatMap(List::stream).filter(v -> v.id() == id).toList();
    }

    /** What stands against a schema as the subject's next version; empty where nothing does. */
    synchronized List<String> faults(String subject, String text) {
        return faults(subject, parse(text));
    }

    synchronized Compatibility level() {
        return level;
    }

    synchronized Compatibility level(String subject, boolean orGlobal) {
        Compatibility own = levels.get(subject);
        if (own == null && !orGlobal) {
            throw RegistryRefusal.noLevelOfItsOwn(subject);
        }
        return own == null ? level : own;
    }

    /** Sets the level of a subject, or of all where the subject is null. */
    synchronized void level(String subject, Compatibility wanted) {
        log.append(SchemaLog.Line.level(subject, wanted));
        setLevel(subject, wanted);
    }

    @Override
    public synchronized void close() throws IOException {
        log.close();
    }

    private void recall(SchemaLog.Line line) {
        if (line.level() != null) {
            setLevel(line.subject(), Compatibility.named(line.level()));
        } else {
            add(new Version(line.subject(), line.version(), line.id(), line.schema()),
                    parse(line.schema()));
        }
    }

    private void setLevel(String subject, Compatibility wanted) {
        if (subject == null) {
            level = wanted;
        } else {
            levels.put(subject, wanted);
        }
    }

    private void add(Version version, Schema schema) {
        subjects.computeIfAbsent(version.subject(), s -> new ArrayList<>()).add(version);
        schemas.putIfAbsent(version.id(), schema);
    }

    private List<String> faults(String subject, Schema schema) {
        List<Schema> earlier = subjects.getOrDefault(subject, List.of()).stream()
                .map(v -> schemas.get(v.id())).toList();
        return level(subject, true).faults(schema, earlier);
    }

    /** Schemas are the same when all of their text is, documentation included. */
    private Version find(String subject, Schema schema) {
        String text = schema.toString();
        return subjects.getOrDefault(subject, List.of()).stream()
                .filter(v -> schemas.get(v.id()).toString().equals(text)).findFirst().orElse(null);
    }

    private int idOf(Schema schema) {
        String text = schema.toString();
        return schemas.entrySet().stream().filter(e -> e.getValue().toString().equals(text))
                .map(Map.Entry::getKey).findFirst().orElse(schemas.size() + 1);
    }

    private static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (SchemaParseException e) {
            throw RegistryRefusal.invalidSchema(e.getMessage());
        }
    }
}
