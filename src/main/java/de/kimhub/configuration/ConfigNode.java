package de.kimhub.configuration;

import de.kimhub.message.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a YAML file with its place. All scalars are text: codes keep their leading zeros, {@code no} stays
 * {@code no}.
 */
public sealed interface ConfigNode {

    Place place();

    record Scalar(String text, Place place) implements ConfigNode {
    }

    record Sequence(List<ConfigNode> items, Place place) implements ConfigNode {
    }

    /** @param entries in the order of the file */
    record Mapping(LinkedHashMap<String, ConfigNode> entries, Map<String, Place> keyPlaces, Place place)
            implements ConfigNode {
    }

    /** The entry of a mapping; empty when this is no mapping or it has no such key. */
    default Optional<ConfigNode> get(String key) {
        return this instanceof Mapping mapping ? Optional.ofNullable(mapping.entries().get(key)) : Optional.empty();
    }

    /** The text of a scalar entry, or {@code null}. */
    default String text(String key) {
        return get(key).map(node -> node instanceof Scalar scalar ? scalar.text() : null).orElse(null);
    }

    default String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    /** The scalar itself, or {@code null} when this is none. */
    default String text() {
        return this instanceof Scalar scalar ? scalar.text() : null;
    }

    /** The items of a sequence; a scalar counts as a sequence of one; empty otherwise. */
    default List<ConfigNode> items() {
        return switch (this) {
            case Sequence sequence -> sequence.items();
            case Scalar scalar -> List.of(scalar);
            case Mapping mapping -> List.of();
        };
    }

    /** The items of a list entry as texts; a single scalar counts as a list of one; empty when absent. */
    default List<String> texts(String key) {
        return get(key).map(node -> node.items().stream().map(ConfigNode::text).toList()).orElse(List.of());
    }

    /** The entries of a mapping in the order of the file; empty otherwise. */
    default Map<String, ConfigNode> entries() {
        return this instanceof Mapping mapping ? mapping.entries() : Map.of();
    }
}
