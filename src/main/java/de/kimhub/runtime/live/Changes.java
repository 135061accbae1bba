package de.kimhub.runtime.live;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Installation;
import de.kimhub.message.Problem;
import de.kimhub.message.TestOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is different between two moments of the installation, in German, for the terminal. */
final class Changes {

    private final Installation before;
    private final Installation after;

    Changes(Installation before, Installation after) {
        this.before = before;
        this.after = after;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        compare(lines, "Konnektor ", connectors(before), connectors(after));
        compare(lines, "Instanz ", before.origin().instanceFiles(), after.origin().instanceFiles());
        if (!before.sharing().equals(after.sharing())) {
            lines.add("Geändert: sharing.yaml");
        }
        Set<Problem> old = Set.copyOf(before.problems());
        after.problems().stream().distinct().filter(problem -> !old.contains(problem))
                .forEach(problem -> lines.add(wrong(problem)));
        before.problems().stream().distinct().filter(problem -> !after.problems().contains(problem))
                .forEach(problem -> lines.add("Behoben: " + problem.place() + " [" + problem.code().code() + "]"));
        return lines;
    }

    private static Map<String, String> connectors(Installation installation) {
        Map<String, String> versions = new TreeMap<>();
        for (Connector connector : installation.origin().connectors().all()) {
            versions.put(connector.id(), connector.version());
        }
        return versions;
    }

    private static void compare(List<String> lines, String kind, Map<String, String> before, Map<String, String> after) {
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
            if (!before.containsKey(id)) {
                lines.add("Neu: " + kind + id);
            } else if (!after.containsKey(id)) {
                lines.add("Entfernt: " + kind + id);
            } else if (!before.get(id).equals(after.get(id))) {
                lines.add("Geändert: " + kind + id);
            }
        }
    }

    private String wrong(Problem problem) {
        String what = problem.code().code().equals("HUB-CON-042") ? "Neustart nötig: "
                : hasLastGood(String.valueOf(problem.place().file()))
                        ? "Fehlerhaft, die letzte gültige Fassung läuft weiter: " : "Fehlerhaft, noch nicht in Betrieb: ";
        return what + problem + System.lineSeparator() + "    " + problem.code().germanText();
    }

    /** Files are called {@code .../connectors/<id>/...} and {@code .../instances/<id>.yaml}. */
    private boolean hasLastGood(String file) {
        String[] parts = file.split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            if (parts[i].equals("connectors")) {
                return after.origin().connectors().find(parts[i + 1]).isPresent();
            }
            if (parts[i].equals("instances")) {
                String name = parts[i + 1].replace(".yaml", "");
                return after.instance(name).or(() -> after.instance(TestOperation.idOf(name))).isPresent();
            }
        }
        return true;
    }
}
