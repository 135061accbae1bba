package de.kimhub.configuration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** What may stand at one place of a file: a JSON Schema (draft 7, which editors know best) under construction. */
final class Shape {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode schema = JSON.objectNode();

    private Shape(String description) {
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
    }

    /** Any scalar but an empty one. */
    static Shape text(String description) {
        Shape shape = anyText(description);
        shape.schema.put("minLength", 1);
        return shape;
    }

    /** Any scalar, also an empty one. */
    static Shape anyText(String description) {
        return new Shape(description).types("string", "number", "boolean");
    }

    static Shape code(String description, Collection<String> allowed) {
        Shape shape = new Shape(description).types("string");
        ArrayNode values = shape.schema.putArray("enum");
        allowed.forEach(values::add);
        return shape;
    }

    /** @param expected completes the sentence "Expected ..." for people */
    static Shape pattern(String description, String regex, String expected) {
        Shape shape = new Shape(description).types("string");
        shape.schema.put("pattern", regex).put("patternErrorMessage", "Expected " + expected + ".");
        return shape;
    }

    static Shape number(String description) {
        Shape shape = new Shape(description).types("integer", "string");
        shape.schema.put("minimum", 1).put("pattern", "^[1-9][0-9]{0,8}$")
                .put("patternErrorMessage", "Expected a whole number from 1 on.");
        return shape;
    }

    static Shape decimal(String description) {
        Shape shape = new Shape(description).types("number", "string");
        shape.schema.put("minimum", 0).put("pattern", "^[0-9]{1,6}(\\.[0-9]{1,2})?$")
                .put("patternErrorMessage", "Expected a number such as 12 or 7.5.");
        return shape;
    }

    static Shape yesOrNo(String description) {
        Shape shape = new Shape(description).types("boolean", "string");
        shape.schema.put("pattern", "^(true|false)$").put("patternErrorMessage", "Expected true or false.");
        return shape;
    }

    static Shape list(String description, Shape item) {
        Shape shape = new Shape(description).types("array");
        shape.schema.put("minItems", 1).set("items", item.schema);
        return shape;
    }

    Shape mayBeEmpty() {
        schema.remove("minItems");
        return this;
    }

    /** A list; a single value may stand without brackets. */
    static Shape oneOrMore(String description, Shape item) {
        Shape shape = new Shape(description);
        shape.schema.putObject("if").put("type", "array");
        shape.schema.set("then", list("", item).schema);
        shape.schema.set("else", item.schema.deepCopy());
        return shape;
    }

    /** Either a single value, or a section of values. */
    static Shape textOrSection(Shape text, Shape section) {
        return textOrSection("", text, section);
    }

    static Shape textOrSection(String description, Shape text, Shape section) {
        Shape shape = new Shape(description);
        shape.schema.putObject("if").put("type", "object");
        shape.schema.set("then", section.schema);
        shape.schema.set("else", text.schema);
        return shape;
    }

    static Shape section(String description) {
        Shape shape = new Shape(description).types("object");
        shape.schema.putObject("properties");
        shape.schema.put("additionalProperties", false);
        return shape;
    }

    static Shape reference(String description, String definition) {
        Shape shape = new Shape(description);
        shape.schema.putArray("allOf").addObject().put("$ref", "#/definitions/" + definition);
        return shape;
    }

    Shape required(String key, Shape value) {
        ArrayNode required = schema.has("required") ? (ArrayNode) schema.get("required") : schema.putArray("required");
        required.add(key);
        return optional(key, value);
    }

    Shape optional(String key, Shape value) {
        ((ObjectNode) schema.get("properties")).set(key, value.schema);
        return this;
    }

    /** Any other key has such a value. */
    Shape others(Shape value) {
        schema.set("additionalProperties", value.schema);
        return this;
    }

    Shape notEmpty() {
        schema.put("minProperties", 1);
        return this;
    }

    Shape define(String name, Shape shape) {
        ObjectNode definitions = schema.has("definitions") ? (ObjectNode) schema.get("definitions")
                : schema.putObject("definitions");
        definitions.set(name, shape.schema);
        return this;
    }

    /** The whole schema of a file. */
    ObjectNode root(String title) {
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", title);
        root.setAll(schema);
        return root;
    }

    private Shape types(String... types) {
        if (types.length == 1) {
            schema.put("type", types[0]);
        } else {
            ArrayNode several = schema.putArray("type");
            for (String type : types) {
                several.add(type);
            }
        }
        return this;
    }
}
