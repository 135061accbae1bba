package de.kimhub.kit;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.connector.Descriptor;
import de.kimhub.connector.Descriptor.Capability;
import de.kimhub.connector.Descriptor.Idempotence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what {@code connector.yaml} declares with what {@code deliver.yaml} can say. */
final class CapabilitiesLint {

    private final KitFolder folder;
    private final Descriptor descriptor;
    private final Set<String> sources;

    CapabilitiesLint(KitFolder folder) {
        this.folder = folder;
        this.descriptor = folder.connector().descriptor();
        this.sources = folder.deliver().get("columns").map(ConfigNode::entries).map(columns -> columns.values().stream()
                .flatMap(column -> column.texts("from").stream()).collect(Collectors.toSet())).orElse(Set.of());
    }

    List<String> findings() {
        List<String> findings = new ArrayList<>();
        boolean takesChanges = descriptor.can(Capability.CORRECTS) || descriptor.can(Capability.RETRACTS)
                || descriptor.can(Capability.STOPS);
        if (takesChanges && !folder.delivers()) {
            findings.add(connector() + "'corrects', 'retracts' and 'stops' are about delivering, but the connector does"
                    + " not deliver. Remove them." + KitProblem.CAPABILITY);
        }
        if (descriptor.can(Capability.READS_ACKNOWLEDGEMENTS) && !folder.receives()) {
            findings.add(connector() + "'reads-acknowledgements' is about what the tool sends, but the connector does not"
                    + " receive. Remove it." + KitProblem.CAPABILITY);
        }
        if (descriptor.can(Capability.READS_ENROLMENT_LIST) && !folder.receives()) {
            findings.add(connector() + "'reads-enrolment-list' is about what the tool sends, but the connector does not"
                    + " receive. Remove it." + KitProblem.CAPABILITY);
        }
        folder.descriptor().get("receive").flatMap(node -> node.get("acknowledgementFormat"))
                .filter(format -> !descriptor.can(Capability.READS_ACKNOWLEDGEMENTS))
                .ifPresent(format -> findings.add(format.place() + ": 'acknowledgementFormat' says how the tool reads"
                        + " acknowledgements, but the connector does not declare 'reads-acknowledgements'. Declare it, or"
                        + " remove the format." + KitProblem.CAPABILITY));
        if (folder.delivers() && takesChanges && !(sources.contains("event.kind") && sources.contains("delivery.replaces"))) {
            findings.add(deliver() + "The connector declares 'corrects', 'retracts' or 'stops', so the tool has to see what an"
                    + " item is and what it replaces. Add columns from event.kind and delivery.replaces, or remove the"
                    + " capabilities." + KitProblem.CAPABILITY);
        }
        if (!takesChanges && sources.contains("delivery.replaces")) {
            findings.add(deliver() + "A column tells what an item replaces, but the connector declares none of"
                    + " 'corrects', 'retracts' and 'stops'. Declare them, or remove the column." + KitProblem.CAPABILITY);
        }
        if (!descriptor.can(Capability.CORRECTS) && sources.stream().anyMatch(source -> source.startsWith("before."))) {
            findings.add(deliver() + "A column tells what was before, but the connector does not declare 'corrects'."
                    + " Declare it, or remove the column." + KitProblem.CAPABILITY);
        }
        if (descriptor.delivers().filter(delivers -> delivers.idempotence() == Idempotence.KEY).isPresent()
                && !sources.contains("delivery.id")) {
            findings.add(deliver() + "'idempotence: key' means that the tool recognises our id, but no column gives it."
                    + " Add a column from delivery.id." + KitProblem.CAPABILITY);
        }
        return findings;
    }

    private String connector() {
        return folder.descriptor().get("capabilities").map(node -> node.place().toString())
                .orElse(folder.place("connector.yaml")) + ": ";
    }

    private String deliver() {
        return folder.deliver().get("columns").map(node -> node.place().toString())
                .orElse(folder.place("deliver.yaml")) + ": ";
    }
}
