package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.Problem;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles a connector's YAML into a {@link Translator}. */
public final class Translators {

    private Translators() {
    }

    /**
     * @param descriptor {@code connector.yaml}
     * @param receive    {@code receive.yaml}, or {@code null}
     * @param deliver    {@code deliver.yaml}, or {@code null}
     * @param problems   takes all that is wrong, at once
     * @return empty when anything is wrong
     */
    public static Optional<Translator> compile(ConfigNode descriptor, ConfigNode receive, ConfigNode deliver,
                                               CodeLists lists, Stylesheets stylesheets, Schemas schemas,
                                               List<Problem> problems) {
        return compile(descriptor, receive, deliver, lists, stylesheets, schemas, problems,
                Clock.system(ZoneId.of("Europe/Berlin")));
    }

    /** As above, with the clock that says what today is. */
    public static Optional<Translator> compile(ConfigNode descriptor, ConfigNode receive, ConfigNode deliver,
                                               CodeLists lists, Stylesheets stylesheets, Schemas schemas,
                                               List<Problem> problems, Clock clock) {
        Compilation compilation = new Compilation(lists, stylesheets, schemas, problems);
        int before = compilation.problemCount();
        ConfigNode receives = part(descriptor, "receive", receive, compilation);
        ConfigNode delivers = part(descriptor, "deliver", deliver, compilation);
        boolean snapshot = receives != null && compilation.oneOf(receives, "delivery",
                Map.of("snapshot", true, "events", false), false);
        ReceiveMapping receiveMapping = receives == null || receive == null ? null
                : new ReceiveCompiler(compilation, snapshot).compile(receive);
        DocumentFormat format = receiveMapping == null ? null : format(receives, receiveMapping.columns(), compilation);
        DeliverMapping deliverMapping = delivers == null || deliver == null ? null
                : new DeliverCompiler(compilation).compile(delivers, deliver);
        compilation.unusedLists();
        compilation.unusedStylesheets();
        return compilation.problemCount() > before ? Optional.empty()
                : Optional.of(new CompiledTranslator(receiveMapping, format, snapshot, deliverMapping, clock));
    }

    /** A direction needs both its part of the descriptor and its mapping. */
    private static ConfigNode part(ConfigNode descriptor, String key, ConfigNode mapping, Compilation compilation) {
        ConfigNode part = descriptor.get(key).orElse(null);
        if (part == null && mapping != null) {
            compilation.problem(TranslationProblem.CFG_MISSING, descriptor.place(), "There is a " + key
                    + ".yaml, but connector.yaml has no '" + key + "'. Declare it or remove the file.");
        } else if (part != null && mapping == null) {
            compilation.problem(TranslationProblem.CFG_MISSING, part.place(),
                    "'" + key + "' is declared, but there is no " + key + ".yaml. Add it.");
        } else if (part != null && part.get("format").isEmpty()) {
            compilation.problem(TranslationProblem.CFG_MISSING, part.place(), "'" + key + "' needs a 'format'.");
        }
        return part;
    }

    private static DocumentFormat format(ConfigNode receives, Columns columns, Compilation compilation) {
        ConfigNode node = receives.get("format").orElse(receives);
        for (String unused : node.texts("unusedColumns")) {
            if (unused != null && columns.has(Columns.normalise(unused))) {
                compilation.problem(TranslationProblem.CFG_COLUMN_USE, node.get("unusedColumns").orElse(node).place(),
                        "Column '" + unused + "' is declared unused, but receive.yaml reads it.");
            }
        }
        String type = node.text("type", "");
        return switch (type) {
            case "csv" -> new CsvOpening(CsvFormat.compile(node, compilation), columns);
            case "json" -> new JsonOpening(JsonFormat.compile(node, false, compilation));
            case "xlsx" -> new XlsxOpening(XlsxFormat.compile(node, compilation), columns);
            case "xml" -> new XmlOpening(new XmlFormatCompiler(node, columns, compilation).compile());
            case "rows" -> new RowsOpening(JsonFormat.compile(node, true, compilation), columns);
            default -> {
                compilation.problem(TranslationProblem.CFG_VALUE, node.place(),
                        "The format's 'type' must be csv, json, xlsx, xml or rows.");
                yield null;
            }
        };
    }
}
