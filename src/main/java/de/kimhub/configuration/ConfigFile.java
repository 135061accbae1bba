package de.kimhub.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kimhub.message.Problem;
import java.util.List;
import java.util.function.Supplier;

/** The YAML files that people write. Each is described once; its JSON Schema in {@code config/schema} is generated. */
public enum ConfigFile {
    CONNECTOR("connector", () -> ConnectorFiles.descriptor().root("KIM-Hub connector.yaml: what a kind of tool can do")),
    RECEIVE("receive", () -> MappingFiles.receive().root("KIM-Hub receive.yaml: their fields to the canonical model")),
    DELIVER("deliver", () -> MappingFiles.deliver().root("KIM-Hub deliver.yaml: the canonical model to their fields")),
    PEOPLE_TABLE("people-table",
            () -> MappingFiles.peopleTable().root("KIM-Hub: a table of people, to measure linkage with")),
    HUB("hub", () -> InstallationFiles.hub().root("KIM-Hub hub.yaml: where the hub itself lives")),
    INSTANCE("instance", () -> InstallationFiles.instance().root("KIM-Hub instances/<id>.yaml: a tool as it runs here")),
    SHARING("sharing", () -> InstallationFiles.sharing().root("KIM-Hub sharing.yaml: who may get what, default deny")),
    PSEUDONYM_DOMAINS("pseudonym-domains",
            () -> PseudonymFiles.domains().root("KIM-Hub pseudonym-domains.yaml: who knows people under which pseudonyms")),
    STEERING("steering", () -> SteeringFiles.steering().root("KIM-Hub steering.yaml: what the steering group sees"));

    private final String schemaName;
    private final ObjectNode schema;
    private final SchemaCheck check;

    ConfigFile(String name, Supplier<ObjectNode> description) {
        this.schemaName = name + ".json";
        this.schema = description.get();
        this.check = new SchemaCheck(schema);
    }

    /** File name in {@code config/schema}. */
    public String schemaName() {
        return schemaName;
    }

    /** The JSON Schema as it is to stand in {@code config/schema}. */
    public String schema() {
        return schema.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    /** Adds a problem for everything that does not fit this kind of file; whether all fits. */
    public boolean check(ConfigNode file, List<Problem> problems) {
        List<Problem> found = check.problems(file);
        problems.addAll(found);
        return found.isEmpty();
    }
}
