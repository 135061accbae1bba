package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles {@code receive.format} of {@code type: xml}, and the paths that the mapping reads. */
final class XmlFormatCompiler {

    private static final int USUAL_RECORD_LENGTH = 1 << 20;
    private static final int LONGEST_RECORD = 1 << 24;

    private final ConfigNode node;
    private final Columns columns;
    private final Compilation compilation;
    private final XmlNames names;
    private final XmlCoverage coverage = new XmlCoverage();

    XmlFormatCompiler(ConfigNode node, Columns columns, Compilation compilation) {
        this.node = node;
        this.columns = columns;
        this.compilation = compilation;
        this.names = XmlNames.compile(node, compilation);
    }

    XmlFormat compile() {
        compilation.onlyKeys(node, "type", "charset", "namespaces", "records", "collection", "maxRecordLength",
                "unusedColumns", "xslt");
        List<XmlPath.Step> records = new ArrayList<>();
        node.get("records").map(ConfigNode::items).orElse(List.of()).forEach(item ->
                path(item.text() == null ? "" : item.text(), item.place()).ifPresent(path -> {
                    if (path.steps().size() != 1 || path.steps().getFirst().attribute()) {
                        compilation.problem(TranslationProblem.CFG_XML_PATH, item.place(),
                                "A record is one element. Name it as prefix:name or name.");
                    }
                    records.addAll(path.steps());
                }));
        if (records.isEmpty()) {
            compilation.problem(TranslationProblem.CFG_MISSING, node.place(),
                    "'records' names no element. Name those that are a record, e.g. [\"xa:OZG.Statusmeldung.130104\"].");
        }
        List<XmlPath.Step> collection = node.get("collection").flatMap(value ->
                path(value.text() == null ? "" : value.text(), value.place())).map(XmlPath::steps).orElse(List.of());
        return new XmlFormat(names, records, collection,
                compilation.oneOf(node, "charset", CsvFormat.CHARSETS, StandardCharsets.UTF_8),
                compilation.number(node, "maxRecordLength", USUAL_RECORD_LENGTH, 100, LONGEST_RECORD), paths(),
                coverage, compilation.stylesheet(node), compilation.schemas());
    }

    private Map<String, XmlPath> paths() {
        Map<String, XmlPath> paths = new LinkedHashMap<>();
        for (Columns.Column column : columns.all()) {
            if (XmlFormat.FUNCTIONS.contains(column.name)) {
                paths.put(column.name, XmlPath.RECORD);
            } else {
                path(column.name, column.place()).ifPresent(path -> {
                    paths.put(column.name, path);
                    coverage.read(path, column.name);
                });
            }
        }
        node.get("unusedColumns").map(ConfigNode::items).orElse(List.of()).forEach(item ->
                unused(item.text() == null ? "" : Columns.normalise(item.text()), item.place(), paths));
        return paths;
    }

    /** {@code a/b}, with everything below as {@code a/b/*}, or all its attributes as {@code a/b/@*}; anywhere with //. */
    private void unused(String text, Place place, Map<String, XmlPath> paths) {
        boolean anywhere = text.startsWith("//");
        String rest = anywhere ? text.substring(2) : text;
        boolean everything = rest.equals("*") || rest.endsWith("/*");
        boolean allAttributes = rest.equals("@*") || rest.endsWith("/@*");
        String stem = everything || allAttributes ? rest.replaceAll("/?@?\\*$", "") : rest;
        path(stem.isEmpty() ? "." : stem, place).ifPresent(path -> {
            coverage.unused(path, stem, anywhere, everything, allAttributes);
            if (!anywhere) {
                paths.putIfAbsent(text, path);
            }
        });
    }

    private Optional<XmlPath> path(String text, Place place) {
        List<String> complaints = new ArrayList<>(1);
        Optional<XmlPath> path = XmlPath.compile(text, names, complaints);
        complaints.forEach(complaint -> compilation.problem(TranslationProblem.CFG_XML_PATH,
                place == null ? node.place() : place, "'" + text + "' is no path of this format: " + complaint + "."));
        return path;
    }
}
