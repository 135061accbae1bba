package de.kimhub.kit;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.message.PersonalData;
import de.kimhub.message.Place;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which of the tool's columns a {@code receive.yaml} reads, and where it says so first. */
final class ReadColumns {

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<String> identifying = new TreeSet<>();

    private ReadColumns() {
    }

    static ReadColumns of(ConfigNode receive) {
        ReadColumns columns = new ReadColumns();
        receive.get("record").ifPresent(record -> {
            columns.addAll(record, "key");
            columns.addAll(record, "replaces");
            record.get("replacesWhen").ifPresent(columns::conditions);
            record.get("test").ifPresent(columns::conditions);
            record.get("noRecord").ifPresent(columns::conditions);
        });
        receive.get("fields").ifPresent(columns::fields);
        receive.get("events").ifPresent(events -> events.items().forEach(columns::event));
        return columns;
    }

    /** By name, with the place where it is read first. */
    Map<String, Place> places() {
        return places;
    }

    /** Columns from which direct identifiers are filled, and those that identify the record. */
    Set<String> identifying() {
        return identifying;
    }

    /** Names are compared as the header gives them: composed characters, no blanks around. */
    static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).replace('\u00A0', ' ').strip().replaceAll("[\\n\\r\\t]+\\s*", " ");
    }

    private void event(ConfigNode event) {
        event.get("when").ifPresent(this::conditions);
        event.get("retracts").ifPresent(this::conditions);
        addAll(event, "watch");
        addAll(event, "identity");
        event.get("fields").ifPresent(this::fields);
    }

    private void fields(ConfigNode fields) {
        fields.entries().forEach((path, mapping) -> {
            addAll(mapping, "from");
            addAll(mapping, "firstOf");
            mapping.get("when").ifPresent(this::conditions);
            if (CanonicalSchema.find(path).map(Field::personalData).filter(PersonalData.DIRECT_IDENTIFIER::equals)
                    .isPresent()) {
                mapping.texts("from").forEach(name -> identifying.add(normal(name)));
                mapping.texts("firstOf").forEach(name -> identifying.add(normal(name)));
            }
        });
    }

    /** Descends into {@code all}, {@code any} and {@code not}. */
    private void conditions(ConfigNode node) {
        node.get("column").ifPresent(this::add);
        node.entries().values().forEach(this::conditions);
        if (node instanceof ConfigNode.Sequence sequence) {
            sequence.items().forEach(this::conditions);
        }
    }

    private void addAll(ConfigNode section, String key) {
        section.get(key).ifPresent(list -> list.items().forEach(this::add));
    }

    private void add(ConfigNode name) {
        if (name.text() != null) {
            places.putIfAbsent(normal(name.text()), name.place());
        }
    }
}
