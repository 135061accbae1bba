package de.kimhub.configuration;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** From SnakeYAML's nodes to ours; refuses what would make a file mean something else than it says. */
final class NodeConverter {

    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP,
            Tag.MERGE, Tag.SEQ, Tag.MAP);

    private final String file;
    private final List<Problem> problems;

    NodeConverter(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** An anchored node is not descended into, so aliases can neither loop nor multiply. */
    ConfigNode convert(Node node) {
        Place place = place(node);
        if (node.getAnchor() != null) {
            unsupported(place, "an anchor (&) or alias (*)");
            return new ConfigNode.Scalar("", place);
        }
        if (!PLAIN.contains(node.getTag())) {
            unsupported(place, "a type tag (!)");
            return new ConfigNode.Scalar("", place);
        }
        return switch (node) {
            case ScalarNode scalar -> new ConfigNode.Scalar(scalar.getValue(), place);
            case SequenceNode sequence ->
                    new ConfigNode.Sequence(sequence.getValue().stream().map(this::convert).toList(), place);
            case MappingNode mapping -> mapping(mapping, place);
            default -> throw new IllegalStateException("SnakeYAML has a new kind of node: " + node.getClass());
        };
    }

    private ConfigNode mapping(MappingNode mapping, Place place) {
        LinkedHashMap<String, ConfigNode> entries = new LinkedHashMap<>();
        Map<String, Place> keyPlaces = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            Place keyPlace = place(entry.getKeyNode());
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                unsupported(keyPlace, "a key that is not plain text");
                continue;
            }
            ConfigNode value = convert(entry.getValueNode());
            Place first = keyPlaces.putIfAbsent(key.getValue(), keyPlace);
            if (first == null) {
                entries.put(key.getValue(), value);
            } else {
                problems.add(new Problem(ConfigurationProblem.DUPLICATE_KEY, keyPlace,
                        "The key '" + key.getValue() + "' already stands in line " + first.line()
                                + ". Keep one of the two."));
            }
        }
        return new ConfigNode.Mapping(entries, keyPlaces, place);
    }

    private void unsupported(Place place, String what) {
        problems.add(new Problem(ConfigurationProblem.UNSUPPORTED, place,
                "Found " + what + ", which the hub does not read. Write the value out; put it in quotes"
                        + " if it is meant to begin with this character."));
    }

    private Place place(Node node) {
        return Place.line(file, node.getStartMark().getLine() + 1L);
    }
}
