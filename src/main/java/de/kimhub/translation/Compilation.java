package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.EventType;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the compilers of the two mappings share: the code lists and the problems found so far, all at once. */
final class Compilation {

    final CodeLists lists;
    final Set<String> usedLists = new LinkedHashSet<>();
    private final Stylesheets stylesheets;
    private final Schemas schemas;
    private final Set<String> usedStylesheets = new LinkedHashSet<>();
    private final List<Problem> problems;

    Compilation(CodeLists lists, Stylesheets stylesheets, Schemas schemas, List<Problem> problems) {
        this.lists = lists;
        this.stylesheets = stylesheets;
        this.schemas = schemas;
        this.problems = problems;
    }

    void problem(TranslationProblem code, Place place, String text) {
        problems.add(new Problem(code, place, text));
    }

    int problemCount() {
        return problems.size();
    }

    /** Complains about every key that is not one of these. */
    void onlyKeys(ConfigNode node, String... known) {
        if (node instanceof ConfigNode.Mapping mapping) {
            Set<String> allowed = new TreeSet<>(List.of(known));
            mapping.entries().forEach((key, value) -> {
                if (!allowed.contains(key)) {
                    problem(TranslationProblem.CFG_UNKNOWN_KEY,
                            mapping.keyPlaces().getOrDefault(key, value.place()),
                            "'" + key + "' is not known here. Use one of " + allowed + ".");
                }
            });
        }
    }

    String required(ConfigNode node, String key) {
        String text = node.text(key);
        if (text == null || text.isBlank()) {
            problem(TranslationProblem.CFG_MISSING, node.place(), "'" + key + "' is missing. Add it.");
            return null;
        }
        return text;
    }

    /** {@code true} or {@code false}; anything else is a problem. */
    boolean flag(ConfigNode node, String key, boolean otherwise) {
        String text = node.text(key);
        if (text == null) {
            return otherwise;
        }
        if (!text.equals("true") && !text.equals("false")) {
            problem(TranslationProblem.CFG_VALUE, node.get(key).orElse(node).place(),
                    "'" + key + "' is neither true nor false. Write one of them.");
        }
        return text.equals("true");
    }

    int number(ConfigNode node, String key, int otherwise, int min, int max) {
        String text = node.text(key);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        problem(TranslationProblem.CFG_VALUE, node.get(key).orElse(node).place(),
                "'" + key + "' must be a number from " + min + " to " + max + ".");
        return otherwise;
    }

    <T> T oneOf(ConfigNode node, String key, Map<String, T> values, T otherwise) {
        String text = node.text(key);
        if (text == null) {
            return otherwise;
        }
        T value = values.get(text);
        if (value == null) {
            problem(TranslationProblem.CFG_VALUE, node.get(key).orElse(node).place(),
                    "'" + key + "' cannot be '" + text + "'. Use one of " + new TreeSet<>(values.keySet()) + ".");
            return otherwise;
        }
        return value;
    }

    char character(ConfigNode node, String key, char otherwise) {
        String text = node.text(key);
        if (text == null) {
            return otherwise;
        }
        if (text.length() == 1 && text.charAt(0) < 0x7F && text.charAt(0) != '\n' && text.charAt(0) != '\r'
                && text.charAt(0) != 0) {
            return text.charAt(0);
        }
        problem(TranslationProblem.CFG_VALUE, node.get(key).orElse(node).place(),
                "'" + key + "' must be a single ASCII character.");
        return otherwise;
    }

    Pattern pattern(ConfigNode node, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException wrong) {
            problem(TranslationProblem.CFG_PATTERN, node.place(), "'" + regex + "' is no regular expression: "
                    + wrong.getDescription() + ".");
            return Pattern.compile("");
        }
    }

    Optional<EventType> eventType(ConfigNode node, String code) {
        Optional<EventType> type = EventType.find(code);
        if (type.isEmpty()) {
            problem(TranslationProblem.CFG_UNKNOWN_EVENT, node.place(), "There is no event type '" + code
                    + "'. See the closed list in docs/reference.md.");
        }
        return type;
    }

    /** The lists that a mapping names, in its order; those that are not there are problems. */
    List<CodeList> codeLists(ConfigNode node) {
        return node.items().stream().map(ConfigNode::text).map(name -> {
            CodeList list = lists.find(name).orElse(null);
            if (list == null) {
                problem(TranslationProblem.CFG_UNKNOWN_LIST, node.place(), "There is no code list '" + name
                        + "'. Add codelists/" + name + ".csv or use a canonical one: " + lists.canonicalNames() + ".");
            } else {
                usedLists.add(name);
            }
            return list;
        }).filter(list -> list != null).toList();
    }

    /** The stylesheet that a format names as {@code xslt}; empty when it names none, or one that cannot be used. */
    Optional<SandboxedXslt> stylesheet(ConfigNode format) {
        String file = format.text("xslt");
        if (file == null) {
            return Optional.empty();
        }
        usedStylesheets.add(file);
        return stylesheets.compile(file, format.get("xslt").orElse(format).place(), problems);
    }

    /** The schemas of the operator; empty when there are none, or some that cannot be used. */
    Optional<CompiledSchemas> schemas() {
        return schemas.compile(problems);
    }

    void unusedStylesheets() {
        for (String name : stylesheets.names()) {
            if (!usedStylesheets.contains(name)) {
                problem(TranslationProblem.CFG_XSLT_UNUSED, Place.file(Stylesheets.FOLDER + "/" + name),
                        "No format names this stylesheet as 'xslt'. Name it or remove the file.");
            }
        }
    }

    void unusedLists() {
        for (String name : lists.connectorNames()) {
            if (!usedLists.contains(name)) {
                problem(TranslationProblem.CFG_LIST_UNUSED, Place.file("codelists/" + name + ".csv"),
                        "No mapping uses this code list. Use it or remove the file.");
            }
        }
    }
}
