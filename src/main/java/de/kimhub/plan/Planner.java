package de.kimhub.plan;

import de.kimhub.accountability.ProcessingRegister;
import de.kimhub.accountability.RegisterChanges;
import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.connector.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares two installations. */
public final class Planner {

    private Planner() {
    }

    public static Plan plan(Installation before, Installation after) {
        List<Plan.Flow> changed = Flows.changed(before, after);
        return new Plan(part(instanceFiles(before), instanceFiles(after)), connectors(before, after),
                part(rules(before), rules(after)),
                changed.stream().filter(flow -> flow.after().compareTo(flow.before()) > 0).toList(),
                changed.stream().filter(flow -> flow.after().compareTo(flow.before()) < 0).toList(), register(before, after));
    }

    /** Nothing where {@code hub.yaml} or {@code sharing.yaml} of one of the two cannot be read. */
    private static List<String> register(Installation before, Installation after) {
        return before.hub() == null || after.hub() == null ? List.of()
                : RegisterChanges.between(ProcessingRegister.of(before), ProcessingRegister.of(after));
    }

    private static Plan.Part connectors(Installation before, Installation after) {
        Map<String, Map<String, String>> old = used(before);
        Map<String, Map<String, String>> now = used(after);
        return part(old, now);
    }

    private static Map<String, Map<String, String>> used(Installation installation) {
        SortedMap<String, Map<String, String>> versions = new TreeMap<>();
        installation.all().forEach(instance ->
                versions.put(instance.connector().id(), Map.of("version", instance.connector().version())));
        return versions;
    }

    /** Also of files with errors: a mistyped key is a change. */
    private static Map<String, Map<String, String>> instanceFiles(Installation installation) {
        Path folder = installation.folder().resolve("instances");
        SortedMap<String, Map<String, String>> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        ConfigReader reader = new ConfigReader(folder);
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> file.getFileName().toString().endsWith(".yaml")).forEach(file -> {
                Map<String, String> keys = new LinkedHashMap<>();
                reader.read(file, new ArrayList<>()).ifPresent(node -> flatten("", node, keys));
                files.put(file.getFileName().toString().replace(".yaml", ""), keys);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The instances cannot be listed", unreadable);
        }
        return files;
    }

    private static Map<String, Map<String, String>> rules(Installation installation) {
        Map<String, Map<String, String>> rules = new LinkedHashMap<>();
        installation.sharing().flatMap(file -> file.get("rules")).map(ConfigNode::items).orElse(List.of()).forEach(rule -> {
            Map<String, String> keys = new LinkedHashMap<>();
            flatten("", rule, keys);
            rules.put(rule.text("id", "?"), keys);
        });
        return rules;
    }

    private static void flatten(String prefix, ConfigNode node, Map<String, String> keys) {
        switch (node) {
            case ConfigNode.Mapping mapping -> mapping.entries().forEach((key, value) ->
                    flatten(prefix.isEmpty() ? key : prefix + "." + key, value, keys));
            case ConfigNode.Sequence sequence -> keys.put(prefix, sequence.items().stream().map(item -> {
                Map<String, String> inner = new LinkedHashMap<>();
                flatten("", item, inner);
                return inner.toString();
            }).sorted().toList().toString());
            case ConfigNode.Scalar scalar -> keys.put(prefix, scalar.text());
        }
    }

    private static Plan.Part part(Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        List<String> added = after.keySet().stream().filter(name -> !before.containsKey(name)).toList();
        List<String> removed = before.keySet().stream().filter(name -> !after.containsKey(name)).toList();
        List<Plan.Change> changed = new ArrayList<>();
        after.forEach((name, now) -> {
            Map<String, String> old = before.get(name);
            if (old != null && !old.equals(now)) {
                TreeSet<String> keys = new TreeSet<>(old.keySet());
                keys.addAll(now.keySet());
                keys.removeIf(key -> Objects.equals(old.get(key), now.get(key)));
                changed.add(new Plan.Change(name, List.copyOf(keys)));
            }
        });
        return new Plan.Part(added, removed, changed);
    }
}
