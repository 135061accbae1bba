package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The prefixes that a mapping declares for namespaces; a prefix may stand for several releases of one standard. */
final class XmlNames {

    private final Map<String, Map<String, String>> releasesByPrefix = new TreeMap<>();
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Map<String, String> releases = new LinkedHashMap<>();

    static XmlNames compile(ConfigNode format, Compilation compilation) {
        XmlNames names = new XmlNames();
        format.get("namespaces").ifPresent(declared -> declared.entries().forEach((prefix, node) -> {
            if (!XmlPath.isName(prefix) || prefix.toLowerCase(java.util.Locale.ROOT).startsWith("xml")) {
                compilation.problem(TranslationProblem.CFG_XML_PATH, node.place(), "'" + prefix
                        + "' cannot be a prefix. Use letters and digits, and not 'xml'.");
            } else if (node.text() != null) {
                names.add(prefix, "", node, compilation);
            } else {
                node.entries().forEach((release, uri) -> names.add(prefix, release, uri, compilation));
            }
        }));
        return names;
    }

    private void add(String prefix, String release, ConfigNode node, Compilation compilation) {
        String uri = node.text();
        if (uri == null || uri.isBlank()) {
            compilation.problem(TranslationProblem.CFG_MISSING, node.place(), "The namespace of '" + prefix
                    + "' is missing. Add its URI.");
        } else if (prefixes.putIfAbsent(uri, prefix) != null) {
            compilation.problem(TranslationProblem.CFG_VALUE, node.place(), "The namespace of '" + prefix
                    + "' is declared twice. Declare each only once.");
        } else {
            releases.put(uri, release);
            releasesByPrefix.computeIfAbsent(prefix, key -> new LinkedHashMap<>()).put(release, uri);
        }
    }

    /** Its namespaces; {@code null} when it is not declared. */
    Set<String> uris(String prefix) {
        Map<String, String> declared = releasesByPrefix.get(prefix);
        return declared == null ? null : Set.copyOf(declared.values());
    }

    Set<String> prefixes() {
        return new TreeSet<>(releasesByPrefix.keySet());
    }

    /** The name of an element as a mapping writes it; {@code null} when its namespace is not declared. */
    String nameOf(XmlNode element) {
        String prefix = prefixes.get(element.uri());
        return element.uri().isEmpty() ? element.local() : prefix == null ? null : prefix + ":" + element.local();
    }

    /** The release that a namespace stands for; empty text when it is declared without, or not at all. */
    String releaseOf(String uri) {
        return releases.getOrDefault(uri, "");
    }
}
