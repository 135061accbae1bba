package de.kimhub.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One finding of the JSON Schema validator, turned into a problem for people.
 *
 * @param shape the part of the schema that it violates
 * @param node  the value that it is about
 * @param key   under which it stands; empty at the top
 */
record Finding(ValidationMessage message, JsonNode shape, ConfigNode node, String key) {

    private static final Map<String, String> SHAPES =
            Map.of("object", "a section (key: value)", "array", "a list (- ... or [...])", "string", "a value");
    private static final int MOST_LISTED = 20;

    Problem problem() {
        return switch (message.getType()) {
            case "additionalProperties" -> unknownKey();
            case "required" -> missingKey();
            case "enum" -> notAllowed();
            case "pattern", "minimum" -> new Problem(ConfigurationProblem.WRONG_VALUE, node.place(),
                    at() + "has a value of the wrong form. " + shape.path("patternErrorMessage").asText("Compare it with config/schema."));
            case "type" -> wrongShape();
            case "minLength", "minItems", "minProperties" -> new Problem(ConfigurationProblem.WRONG_VALUE, node.place(),
                    at() + "is empty. Give it a value, or remove the key.");
            default -> new Problem(ConfigurationProblem.WRONG_SHAPE, node.place(),
                    at() + "does not fit the description (" + message.getType() + "). Compare it with config/schema.");
        };
    }

    private Problem unknownKey() {
        String unknown = message.getProperty();
        List<String> allowed = new ArrayList<>();
        shape.path("properties").fieldNames().forEachRemaining(allowed::add);
        Place place = node instanceof ConfigNode.Mapping mapping
                ? mapping.keyPlaces().getOrDefault(unknown, node.place()) : node.place();
        return new Problem(ConfigurationProblem.UNKNOWN_KEY, place, "'" + unknown + "' is not known "
                + (key.isEmpty() ? "here. " : "in '" + key + "'. ") + Nearest.advice(unknown, allowed, MOST_LISTED)
                + " Correct the spelling, or remove it.");
    }

    private Problem missingKey() {
        String missing = message.getProperty();
        String meaning = shape.path("properties").path(missing).path("description").asText("");
        return new Problem(ConfigurationProblem.MISSING_KEY, node.place(), "'" + missing + "' is missing "
                + (key.isEmpty() ? "" : "in '" + key + "' ") + "and has to be there"
                + (meaning.isEmpty() ? "." : ": " + meaning + ".") + " Add '" + missing + ": ...'.");
    }

    private Problem notAllowed() {
        List<String> allowed = new ArrayList<>();
        shape.path("enum").forEach(value -> allowed.add(value.asText()));
        String found = node.text() == null ? "" : node.text();
        return new Problem(ConfigurationProblem.WRONG_VALUE, node.place(),
                at() + "has the value '" + found + "', which is not allowed. "
                        + Nearest.advice(found, allowed, MOST_LISTED));
    }

    private Problem wrongShape() {
        JsonNode types = shape.path("type");
        String expected = SHAPES.getOrDefault(types.isTextual() ? types.asText() : "string", "a value");
        String found = switch (node) {
            case ConfigNode.Mapping mapping -> "a section";
            case ConfigNode.Sequence sequence -> "a list";
            case ConfigNode.Scalar scalar -> scalar.text().isEmpty() ? "nothing" : "a single value";
        };
        return new Problem(ConfigurationProblem.WRONG_SHAPE, node.place(),
                at() + "has to be " + expected + ", but is " + found + ". Check the indentation and the form.");
    }

    private String at() {
        return key.isEmpty() ? "The file " : "'" + key + "' ";
    }
}
