package de.kimhub.reference;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The parameters of each transport and direction, from its kamelet. */
final class TransportTables {

    private static final String END = ".kamelet.yaml";
    /** Filled in by the hub. */
    private static final Set<String> FROM_HUB = Set.of("instance", "instanceId");

    private TransportTables() {
    }

    static String write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(END)).sorted().forEach(file -> transport(file, text));
        }
        return text.toString();
    }

    private static void transport(Path file, StringBuilder text) {
        String name = file.getFileName().toString().replace(END, "");
        int cut = name.lastIndexOf('-');
        Map<String, Object> definition = section(section(load(file), "spec"), "definition");
        text.append("### `transport: ").append(name, 0, cut).append("` under `").append(name.substring(cut + 1))
                .append("`\n\n").append(definition.get("description")).append("\n\n")
                .append(Markdown.header("parameter", "type", "default", "meaning"));
        List<?> required = definition.get("required") instanceof List<?> list ? list : List.of();
        section(definition, "properties").forEach((key, value) -> {
            if (!FROM_HUB.contains(key)) {
                Map<String, Object> parameter = cast(value);
                String shown = Markdown.code(key);
                text.append(Markdown.row(required.contains(key) ? "**" + shown + "**" : shown,
                        String.valueOf(parameter.getOrDefault("type", "string")),
                        Markdown.code(String.valueOf(parameter.getOrDefault("default", ""))),
                        parameter.get("title") + ": " + parameter.get("description")));
            }
        });
        text.append('\n');
    }

    private static Map<String, Object> load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> section(Map<String, Object> of, String name) {
        return of.containsKey(name) ? cast(of.get(name)) : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object value) {
        return (Map<String, Object>) value;
    }
}
