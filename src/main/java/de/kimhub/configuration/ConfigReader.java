package de.kimhub.configuration;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads YAML files into {@link ConfigNode}s: no objects, no aliases, only text with its place. */
public final class ConfigReader {

    private static final int DEEPEST_NESTING = 50;

    private final Path base;

    /** @param base files below this folder are named relative to it in places; others as they are given */
    public ConfigReader(Path base) {
        this.base = base.toAbsolutePath().normalize();
    }

    /** Empty when the file cannot be read; then at least one problem was added. Never throws for what a file holds. */
    public Optional<ConfigNode> read(Path file, List<Problem> problems) {
        return text(file, problems).flatMap(yaml -> parse(yaml, name(file), problems));
    }

    /** The text of a file, to be parsed later; empty when it cannot be read: then a problem was added. */
    public Optional<String> text(Path file, List<Problem> problems) {
        return text(file, name(file), problems);
    }

    /** @param name under which places are to show it */
    public Optional<ConfigNode> parse(String yaml, String name, List<Problem> problems) {
        int before = problems.size();
        Optional<ConfigNode> node = parsed(yaml, name, problems);
        return problems.size() > before ? Optional.empty() : node;
    }

    /** How the file is called in places: with {@code /}, relative to the base where it lies below it. */
    public String name(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(base) ? base.relativize(absolute) : file;
        return shown.toString().replace('\\', '/');
    }

    private static Optional<String> text(Path file, String name, List<Problem> problems) {
        Place place = Place.file(name);
        try {
            String text = Files.readString(file);
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            problems.add(new Problem(ConfigurationProblem.NOT_UTF8, place,
                    "The file is not UTF-8. Save it again with the encoding UTF-8."));
        } catch (NoSuchFileException missing) {
            problems.add(new Problem(ConfigurationProblem.UNREADABLE, place,
                    "The file does not exist. Create it, or correct the path."));
        } catch (IOException unreadable) {
            problems.add(new Problem(ConfigurationProblem.UNREADABLE, place,
                    "The file cannot be read (" + unreadable.getClass().getSimpleName()
                            + "). Check that it is a file and that the hub may read it."));
        }
        return Optional.empty();
    }

    private static Optional<ConfigNode> parsed(String yaml, String name, List<Problem> problems) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST_NESTING);
        try {
            Node root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null) {
                problems.add(new Problem(ConfigurationProblem.EMPTY, Place.file(name),
                        "The file holds no value. Fill it in, or remove it."));
                return Optional.empty();
            }
            return Optional.of(new NodeConverter(name, problems).convert(root));
        } catch (MarkedYAMLException notYaml) {
            problems.add(new Problem(ConfigurationProblem.NOT_YAML, place(name, notYaml),
                    "This is not valid YAML: " + oneLine(notYaml.getProblem())
                            + ". Check the indentation (blanks, no tabs), colons and quotes here and one line above."));
        } catch (YAMLException notYaml) {
            problems.add(new Problem(ConfigurationProblem.NOT_YAML, Place.file(name),
                    "This is not valid YAML: it holds characters that YAML does not allow, or is nested too deeply."
                            + " Remove control characters."));
        }
        return Optional.empty();
    }

    private static Place place(String name, MarkedYAMLException exception) {
        return exception.getProblemMark() == null ? Place.file(name)
                : Place.line(name, exception.getProblemMark().getLine() + 1L);
    }

    private static String oneLine(String problem) {
        return problem == null ? "it cannot be parsed" : problem.replaceAll("\\s+", " ").strip();
    }
}
