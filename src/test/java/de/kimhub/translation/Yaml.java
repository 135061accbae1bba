package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.Place;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML text as configuration nodes, without files. */
final class Yaml {

    private Yaml() {
    }

    static ConfigNode of(String file, String text) {
        return node(file, new org.yaml.snakeyaml.Yaml(new LoaderOptions()).compose(new StringReader(text)));
    }

    private static ConfigNode node(String file, Node node) {
        Place place = Place.line(file, node.getStartMark().getLine() + 1);
        return switch (node) {
            case ScalarNode scalar -> new ConfigNode.Scalar(scalar.getValue(), place);
            case SequenceNode sequence -> {
                List<ConfigNode> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(node(file, item)));
                yield new ConfigNode.Sequence(items, place);
            }
            case MappingNode mapping -> {
                LinkedHashMap<String, ConfigNode> entries = new LinkedHashMap<>();
                Map<String, Place> places = new LinkedHashMap<>();
                for (NodeTuple tuple : mapping.getValue()) {
                    String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                    entries.put(key, node(file, tuple.getValueNode()));
                    places.put(key, Place.line(file, tuple.getKeyNode().getStartMark().getLine() + 1));
                }
                yield new ConfigNode.Mapping(entries, places, place);
            }
            default -> throw new IllegalArgumentException("Unexpected YAML");
        };
    }
}
