package de.kimhub.accountability;

import de.kimhub.accountability.Activity.Aspect;
import de.kimhub.accountability.ProcessingRegister.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What a change of the configuration changes in the register, in lines that a data protection officer understands. */
public final class RegisterChanges {

    private final List<String> lines = new ArrayList<>();

    private RegisterChanges() {
    }

    public static List<String> between(ProcessingRegister before, ProcessingRegister after) {
        RegisterChanges changes = new RegisterChanges();
        changes.single("Betreiber", before.operator(), after.operator());
        changes.bodies(by(before.bodies(), Body::fileName), by(after.bodies(), Body::fileName));
        changes.activities(by(before.activities(), Activity::id), by(after.activities(), Activity::id));
        changes.rows("Löschfrist", before.retention(), after.retention());
        changes.rows("Maßnahme", before.measures(), after.measures());
        return changes.lines;
    }

    private void bodies(Map<String, Body> before, Map<String, Body> after) {
        after.forEach((id, body) -> {
            Body old = before.get(id);
            if (old == null) {
                lines.add("Neue Stelle: " + body.title() + " (" + body.kind() + "), verantwortlich " + body.controller() + ". " + body.released());
            } else {
                String stelle = "Stelle „" + body.title() + "“, ";
                single(stelle + "Bezeichnung", old.title() + " (" + old.kind() + ")", body.title() + " (" + body.kind() + ")");
                single(stelle + "Verantwortlicher", old.controller(), body.controller());
                single(stelle + "Datenschutz", old.officer(), body.officer());
                single(stelle + "Stand", old.released(), body.released());
            }
        });
        before.forEach((id, body) -> {
            if (!after.containsKey(id)) {
                lines.add("Entfällt: Stelle " + body.title() + " (" + body.kind() + ")");
            }
        });
    }

    private void activities(Map<String, Activity> before, Map<String, Activity> after) {
        after.forEach((id, activity) -> {
            Activity old = before.get(id);
            if (old == null) {
                lines.add("Neuer Eintrag „" + activity.title() + "“:");
                activity.aspects().forEach((aspect, texts) -> lines.add("    " + aspect.germanText() + ": " + String.join("; ", texts)));
            } else {
                for (Aspect aspect : Aspect.values()) {
                    aspect("Eintrag „" + activity.title() + "“, " + aspect.germanText(), old.of(aspect), activity.of(aspect));
                }
            }
        });
        before.forEach((id, activity) -> {
            if (!after.containsKey(id)) {
                lines.add("Eintrag entfällt: „" + activity.title() + "“");
            }
        });
    }

    private void aspect(String where, List<String> before, List<String> after) {
        if (before.size() == 1 && after.size() == 1) {
            single(where, before.getFirst(), after.getFirst());
            return;
        }
        after.stream().filter(text -> !before.contains(text)).forEach(text -> lines.add(where + ": neu " + text));
        before.stream().filter(text -> !after.contains(text)).forEach(text -> lines.add(where + ": nicht mehr " + text));
    }

    private void rows(String kind, List<List<String>> before, List<List<String>> after) {
        Map<String, List<String>> old = by(before, List::getFirst);
        Map<String, List<String>> now = by(after, List::getFirst);
        now.forEach((name, row) -> single(kind + " „" + name + "“", rest(old.get(name)), rest(row)));
        old.keySet().stream().filter(name -> !now.containsKey(name)).forEach(name -> lines.add(kind + " entfällt: " + name));
    }

    private static String rest(List<String> row) {
        return row == null ? "" : String.join(" ", row.subList(1, row.size()));
    }

    private void single(String where, String before, String after) {
        if (!Objects.equals(before, after)) {
            lines.add(before.isEmpty() ? where + ": neu " + after : where + ": bisher " + before + ", künftig " + after);
        }
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        all.forEach(one -> map.put(key.apply(one), one));
        return map;
    }
}
