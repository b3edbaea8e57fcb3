package io.qtrader.app.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.qtrader.app.CommandFailure;
import io.qtrader.core.control.Policies;
import io.qtrader.schemas.Control;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Instrument;
import io.qtrader.schemas.Limit;
import io.qtrader.schemas.Policy;
import io.qtrader.schemas.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * A policy file, read and checked.
 *
 * @param policy the policy itself
 * @param details INSTRUMENT, ROUTE and LIMIT controls, in the order of the file
 */
public record PolicyFile(Policy policy, List<Control> details) {

    /** Name of the default policy. */
    public static final String DEFAULT = "policy.yaml";
    /** Name of the demo's policy. */
    public static final String DEMO = "demo-policy.yaml";

    private static final YAMLMapper YAML = new YAMLMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
    private static final String SETUP = "setup";
    private static final Instant SET_BY_SETUP = Instant.EPOCH;

    /** What set-up writes after GENESIS: the policy first. */
    public List<Control> controls() {
        List<Control> controls = new ArrayList<>();
        controls.add(Control.newBuilder().setTime(SET_BY_SETUP).setAction(ControlAction.POLICY)
                .setOperator(SETUP).setDetail(policy).build());
        controls.addAll(details);
        return controls;
    }

    /** Keeps its own list. */
    public PolicyFile {
        details = List.copyOf(details);
    }

    /**
     * Reads a file.
     *
     * @param file YAML as {@code policy.yaml} shows it
     * @throws CommandFailure naming the key and its fault
     */
    public static PolicyFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (IOException e) {
            throw new CommandFailure("cannot read the policy file " + file + " ("
                    + e.getClass().getSimpleName() + ")", "check --policy", e);
        }
    }

    /** Reads one of those that come with qtrader. */
    public static PolicyFile builtIn(String name) {
        try (InputStream in = PolicyFile.class.getResourceAsStream("/" + name)) {
            return read(name, in);
        } catch (IOException e) {
            throw new IllegalStateException(name + " is not in the jar", e);
        }
    }

    private static PolicyFile read(String name, InputStream in) throws IOException {
        try {
            JsonNode root = YAML.readTree(in);
            if (!root.isObject()) {
                throw new PolicyFault("", "the file has no keys");
            }
            return of((ObjectNode) root);
        } catch (PolicyFault e) {
            throw new CommandFailure(name + ": " + e.getMessage(), "", e);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new CommandFailure(name + ", line " + line + ": not YAML that can be read ("
                    + e.getOriginalMessage().lines().findFirst().orElse("") + ")", "", e);
        }
    }

    private static PolicyFile of(ObjectNode root) {
        List<Control> details = new ArrayList<>();
        details(root, "instruments", Instrument.class, Set.of("sym"), details);
        details(root, "routes", Route.class, Set.of("sym"), details);
        details(root, "limits", Limit.class, Set.of("sym", "strat", "brokerid"), details);
        Policy policy = YamlRecords.record(root, Policy.class, "", Set.of());
        refuse("", Policies.fault(policy));
        return new PolicyFile(policy, details);
    }

    /** The core judges what is sound: it would refuse the same in the journal. */
    private static void refuse(String key, String fault) {
        if (fault != null) {
            throw new PolicyFault(key, fault);
        }
    }

    private static void details(ObjectNode root, String list, Class<? extends SpecificRecord> type,
            Set<String> scope, List<Control> into) {
        JsonNode rows = root.remove(list);
        if (rows == null || rows.isNull()) {
            return;
        }
        if (!rows.isArray()) {
            throw new PolicyFault(list, "must be a list");
        }
        for (int row = 0; row < rows.size(); row++) {
            into.add(detail(rows.get(row), list + "[" + row + "]", type, scope));
        }
    }

    private static Control detail(JsonNode row, String key, Class<? extends SpecificRecord> type,
            Set<String> scope) {
        SpecificRecord detail = YamlRecords.record(row, type, key, scope);
        Control.Builder control = Control.newBuilder().setTime(SET_BY_SETUP).setOperator(SETUP)
                .setDetail(detail).setSym(scoped(row, key, "sym"));
        if (detail instanceof Limit) {
            return control.setAction(ControlAction.LIMIT).setStrat(scoped(row, key, "strat"))
                    .setBrokerid(scoped(row, key, "brokerid")).build();
        }
        if (row.get("sym") == null) {
            throw new PolicyFault(key + ".sym", "is missing: name the symbol");
        }
        if (detail instanceof Instrument instrument) {
            refuse(key, Policies.fault(instrument));
            return control.setAction(ControlAction.INSTRUMENT).build();
        }
        refuse(key, ((Route) detail).getBrokerid().isEmpty() ? "brokerid is empty" : null);
        return control.setAction(ControlAction.ROUTE).build();
    }

    private static String scoped(JsonNode row, String key, String name) {
        JsonNode value = row.get(name);
        return value == null || value.isNull() ? null : YamlRecords.text(value, key + "." + name);
    }
}
