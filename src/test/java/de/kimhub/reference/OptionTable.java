package de.kimhub.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The options of one kind of file, from its JSON Schema. */
final class OptionTable {

    private static final int MOST_LISTED = 15;
    private static final Set<String> EVENT_TYPES =
            Arrays.stream(EventType.values()).map(EventType::code).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PATHS =
            CanonicalSchema.fields().stream().map(Field::path).collect(Collectors.toUnmodifiableSet());

    private final JsonNode schema;

    OptionTable(String schema) {
        try {
            this.schema = new ObjectMapper().readTree(schema);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String write() {
        StringBuilder text = new StringBuilder(Markdown.header("option", "value", "meaning"));
        options("", schema, text);
        text.append('\n');
        schema.path("definitions").fields().forEachRemaining(definition -> {
            if (!definition.getKey().equals("fields")) {
                text.append("A `").append(definition.getKey()).append("`:\n\n")
                        .append(Markdown.header("option", "value", "meaning"));
                options("", definition.getValue(), text);
                text.append('\n');
            }
        });
        return text.toString();
    }

    private void options(String prefix, JsonNode section, StringBuilder text) {
        Set<String> required = new TreeSet<>();
        section.path("required").forEach(name -> required.add(name.asText()));
        section.path("properties").fields().forEachRemaining(option -> option(prefix + option.getKey(),
                required.contains(option.getKey()), option.getValue(), text));
        if (section.path("additionalProperties").isObject()) {
            option(prefix + "<name>", false, section.path("additionalProperties"), text);
        }
    }

    private void option(String path, boolean required, JsonNode shape, StringBuilder text) {
        boolean list = shape.path("type").asText().equals("array");
        JsonNode inner = list ? shape.path("items") : shape;
        String name = path + (list ? "[]" : "");
        String meaning = shape.path("description").asText();
        if (list && inner.has("description") && !inner.path("description").asText().isEmpty()) {
            meaning += (meaning.isEmpty() ? "" : ". ") + inner.path("description").asText();
        }
        text.append(Markdown.row(required ? "**" + Markdown.code(name) + "**" : Markdown.code(name), value(inner), meaning));
        if (inner.has("properties") || inner.path("additionalProperties").isObject()) {
            options(name + ".", inner, text);
        }
    }

    private static String value(JsonNode shape) {
        if (shape.has("allOf")) {
            String definition = shape.path("allOf").path(0).path("$ref").asText().replaceFirst(".*/", "");
            return definition.equals("fields") ? "[canonical path](#canonical-fields): a `field`" : "a `" + definition + "`";
        }
        if (shape.has("if")) {
            return shape.path("if").path("type").asText().equals("array") ? "one or a list: " + value(shape.path("else"))
                    : value(shape.path("else")) + " or " + value(shape.path("then"));
        }
        if (shape.has("enum")) {
            return enumerated(shape);
        }
        if (shape.has("properties") || shape.path("additionalProperties").isObject()) {
            return "a section";
        }
        if (shape.has("patternErrorMessage")) {
            return shape.path("patternErrorMessage").asText().replaceFirst("^Expected ", "").replaceFirst("\\.$", "");
        }
        return "text";
    }

    private static String enumerated(JsonNode shape) {
        List<String> values = StreamSupport.stream(shape.path("enum").spliterator(), false).map(JsonNode::asText).toList();
        if (EVENT_TYPES.equals(Set.copyOf(values))) {
            return "an [event type](#event-types)";
        }
        if (values.containsAll(PATHS)) {
            return "a [canonical path](#canonical-fields), or " + values.stream()
                    .filter(value -> !PATHS.contains(value) && !value.startsWith("before."))
                    .map(Markdown::code).collect(Collectors.joining(", "));
        }
        return values.stream().limit(MOST_LISTED).map(Markdown::code).collect(Collectors.joining(", "))
                + (values.size() > MOST_LISTED ? ", ..." : "");
    }
}
