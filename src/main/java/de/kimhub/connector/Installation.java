package de.kimhub.connector;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.Problem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One Kreis or Stadt: {@code config/<name>}, as it is at one moment.
 *
 * @param hub        {@code hub.yaml}; {@code null} when it is missing or it or {@code sharing.yaml} has errors: then
 *                   nothing may start, since what is withheld for a mistyped rule is not made up for
 * @param sharing    {@code sharing.yaml}, not yet understood
 * @param instances  those without errors, by id in the order of their ids
 * @param problems   of all files at once; what is broken is left out above, or is there as it last was without errors
 * @param origin     what it was read from
 * @param leaving    instances whose file was taken out, and former versions of those that lost a way: they get nothing
 *                   new, and stay until nothing of theirs is left
 */
public record Installation(String name, Path folder, HubConfiguration hub, Optional<ConfigNode> sharing,
                           Map<String, Instance> instances, List<Problem> problems, Origin origin,
                           Map<String, Instance> leaving) {

    public Installation(String name, Path folder, HubConfiguration hub, Optional<ConfigNode> sharing,
                        Map<String, Instance> instances, List<Problem> problems) {
        this(name, folder, hub, sharing, instances, problems, Origin.UNKNOWN, Map.of());
    }

    /**
     * @param connectors    all of them, used or not
     * @param instanceFiles by id of the instance the text that it was read from
     * @param hubFile       text of {@code hub.yaml}
     */
    public record Origin(Connectors connectors, Map<String, String> instanceFiles, String hubFile) {

        static final Origin UNKNOWN = new Origin(Connectors.NONE, Map.of(), "");
    }

    public Optional<Instance> instance(String id) {
        return Optional.ofNullable(instances.get(id));
    }

    /** What people call an instance; the id of one that is there no more. */
    public String title(String instance) {
        return instance(instance).map(Instance::title).orElse(instance);
    }

    public Collection<Instance> all() {
        return instances.values();
    }

    /** Also one that is leaving, and with the ways that it lost and still needs. */
    public Optional<Instance> working(String id) {
        Optional<Instance> former = Optional.ofNullable(leaving.get(id));
        return instance(id).map(now -> former.map(now::withWaysOf).orElse(now)).or(() -> former);
    }

    /** Everybody for whom there is still work, in the order of their ids. */
    public List<Instance> working() {
        TreeSet<String> ids = new TreeSet<>(instances.keySet());
        ids.addAll(leaving.keySet());
        return ids.stream().map(id -> working(id).orElseThrow()).toList();
    }

    public Installation withSharing(Optional<ConfigNode> rules, List<Problem> allProblems) {
        return new Installation(name, folder, hub, rules, instances, allProblems, origin, leaving);
    }

    public Installation withHub(HubConfiguration other) {
        return new Installation(name, folder, other, sharing, instances, problems, origin, leaving);
    }

    public Installation withProblems(List<Problem> allProblems) {
        return withSharing(sharing, allProblems);
    }

    public Installation withLeaving(Map<String, Instance> others) {
        return new Installation(name, folder, hub, sharing, instances, problems, origin, Map.copyOf(others));
    }

    /** With instances as they were before the hub was started. */
    public Installation withInstances(Map<String, Instance> more, Map<String, String> texts) {
        Map<String, Instance> all = new LinkedHashMap<>(instances);
        all.putAll(more);
        Map<String, String> files = new LinkedHashMap<>(origin.instanceFiles());
        files.putAll(texts);
        return new Installation(name, folder, hub, sharing, all, problems,
                new Origin(origin.connectors(), files, origin.hubFile()), leaving);
    }
}
