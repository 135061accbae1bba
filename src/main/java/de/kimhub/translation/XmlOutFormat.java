package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;

/**
 * The XML that a tool takes: a root element with one element per item.
 *
 * @param namespaces by prefix, in the order in which the root declares them
 * @param xslt       through which the written document goes
 */
record XmlOutFormat(Map<String, String> namespaces, XmlName root, XmlName record, Optional<SandboxedXslt> xslt) {

    static XmlOutFormat compile(ConfigNode node, Compilation compilation) {
        Map<String, String> namespaces = new LinkedHashMap<>();
        node.get("namespaces").map(ConfigNode::entries).orElse(Map.of()).forEach((prefix, value) -> {
            String uri = uri(value);
            if (uri == null || uri.isBlank() || !XmlName.PREFIX.matcher(prefix).matches() || reserved(prefix, uri)) {
                compilation.problem(TranslationProblem.CFG_VALUE, value.place(), "'" + prefix + "' is no prefix with a"
                        + " namespace. Write 'prefix: URI'; xml and xmlns are taken.");
            } else {
                namespaces.put(prefix, uri);
            }
        });
        return new XmlOutFormat(namespaces, name("root", node, namespaces, compilation),
                name("record", node, namespaces, compilation), compilation.stylesheet(node));
    }

    /** Of several releases the first, which is the current one. */
    private static String uri(ConfigNode value) {
        return value.text() != null ? value.text()
                : value.entries().values().stream().findFirst().map(ConfigNode::text).orElse(null);
    }

    private static boolean reserved(String prefix, String uri) {
        return prefix.startsWith("xml") || uri.equals(XMLConstants.XML_NS_URI)
                || uri.equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI);
    }

    private static XmlName name(String key, ConfigNode node, Map<String, String> namespaces, Compilation compilation) {
        String text = compilation.required(node, key);
        XmlName otherwise = new XmlName("", "", key);
        if (text == null) {
            return otherwise;
        }
        return XmlName.parse(text, namespaces).filter(name -> !name.prefix().equals(XMLConstants.XML_NS_PREFIX))
                .orElseGet(() -> {
                    compilation.problem(TranslationProblem.CFG_VALUE, node.get(key).orElse(node).place(), "'" + key
                            + "' must be the name of one element, as prefix:name with a prefix of 'namespaces' "
                            + namespaces.keySet() + ", or name.");
                    return otherwise;
                });
    }

    /** Whether XML 1.0 has all of these characters. */
    static boolean canHold(String text) {
        return text.codePoints().allMatch(c -> c >= 0x20 && c <= 0xD7FF || c == '\t' || c == '\n' || c == '\r'
                || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000);
    }
}
