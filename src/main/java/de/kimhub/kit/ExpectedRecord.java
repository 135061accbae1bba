package de.kimhub.kit;

import com.fasterxml.jackson.databind.JsonNode;
import de.kimhub.message.FieldValues;
import de.kimhub.translation.Translation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** One record of {@code expected.json}, and how it differs from what came. Differences name places, never values. */
record ExpectedRecord(String key, String caseNumber, List<Event> events) {

    record Event(String type, boolean retracts, Map<String, List<String>> fields) {
    }

    static ExpectedRecord of(JsonNode json) {
        List<Event> events = new ArrayList<>();
        json.path("events").forEach(event -> events.add(new Event(event.path("type").asText(),
                event.path("retracts").asBoolean(false), fields(event.path("fields")))));
        return new ExpectedRecord(json.path("key").asText(), json.path("case").asText(null), events);
    }

    /** Values by canonical path; a single value stands for a list of one. */
    static Map<String, List<String>> fields(JsonNode json) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        json.fields().forEachRemaining(entry -> {
            List<String> values = new ArrayList<>();
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(value -> values.add(value.asText()));
            } else {
                values.add(entry.getValue().asText());
            }
            fields.put(entry.getKey(), values);
        });
        return fields;
    }

    List<String> differences(Translation.Accepted actual) {
        List<String> differences = new ArrayList<>();
        if (!key.equals(actual.key())) {
            differences.add("the key differs");
        }
        if (caseNumber == null ? actual.caseNumber() != null : !caseNumber.equals(actual.caseNumber())) {
            differences.add("the case number differs");
        }
        List<Translation.EventDraft> drafts = actual.drafts().stream().filter(Translation.EventDraft::applies).toList();
        List<String> expectedTypes = events.stream().map(Event::type).toList();
        List<String> types = drafts.stream().map(draft -> draft.type().code()).toList();
        if (!expectedTypes.equals(types)) {
            differences.add("expected the events " + expectedTypes + ", but the mapping makes " + types);
            return differences;
        }
        for (int i = 0; i < drafts.size(); i++) {
            differences.addAll(differences(events.get(i), drafts.get(i)));
        }
        return differences;
    }

    private static List<String> differences(Event expected, Translation.EventDraft draft) {
        List<String> differences = new ArrayList<>();
        if (expected.retracts() != draft.retracts()) {
            differences.add("event " + expected.type() + (draft.retracts() ? " is taken back, but is expected to stand"
                    : " stands, but is expected to be taken back"));
        }
        Map<String, List<String>> actual = byPath(draft.fields());
        TreeSet<String> paths = new TreeSet<>(expected.fields().keySet());
        paths.addAll(actual.keySet());
        for (String path : paths) {
            String difference = !actual.containsKey(path) ? "is expected, but is not filled"
                    : !expected.fields().containsKey(path) ? "is filled, but not expected"
                    : actual.get(path).equals(expected.fields().get(path)) ? null : "has another value than expected";
            if (difference != null) {
                differences.add("event " + expected.type() + ": field " + path + " " + difference);
            }
        }
        return differences;
    }

    private static Map<String, List<String>> byPath(FieldValues values) {
        Map<String, List<String>> byPath = new TreeMap<>();
        values.forEach((field, all) -> byPath.put(field.path(), all));
        return byPath;
    }
}
