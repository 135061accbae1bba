package de.kimhub.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.ValidationMessage;
import de.kimhub.message.Problem;
import java.util.Comparator;
import java.util.List;

/** Checks a file against its JSON Schema and says what is wrong in our words, with the line. */
final class SchemaCheck {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.builder()
            .defaultMetaSchemaIri(JsonMetaSchema.getV7().getIri())
            .metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV7())
                    .keyword(new NonValidationKeyword("patternErrorMessage")).build())
            .build();

    private final JsonNode description;
    private final JsonSchema schema;

    SchemaCheck(ObjectNode description) {
        this.description = description;
        this.schema = FACTORY.getSchema(description);
    }

    /** In the order of the lines. */
    List<Problem> problems(ConfigNode file) {
        return schema.validate(json(file)).stream()
                .map(message -> finding(file, message).problem())
                .distinct()
                .sorted(Comparator.comparingLong(problem -> problem.place().line()))
                .toList();
    }

    private Finding finding(ConfigNode root, ValidationMessage message) {
        ConfigNode node = root;
        String key = "";
        var path = message.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            if (element instanceof Integer index) {
                node = node.items().get(index);
            } else {
                key = element.toString();
                node = node.get(key).orElseThrow();
            }
        }
        return new Finding(message, besideKeyword(message), node, key);
    }

    /** The part of the schema that holds the keyword which was violated. */
    private JsonNode besideKeyword(ValidationMessage message) {
        JsonNode part = description;
        var path = message.getSchemaLocation().getFragment();
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            Object element = path.getElement(i);
            part = element instanceof Integer index ? part.path(index) : part.path(element.toString());
        }
        return part;
    }

    private static JsonNode json(ConfigNode node) {
        return switch (node) {
            case ConfigNode.Scalar scalar -> JsonNodeFactory.instance.textNode(scalar.text());
            case ConfigNode.Sequence sequence -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                sequence.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case ConfigNode.Mapping mapping -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                mapping.entries().forEach((key, value) -> object.set(key, json(value)));
                yield object;
            }
        };
    }
}
