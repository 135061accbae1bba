package de.kimhub.scaffold;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which elements of an XML file are records, and which paths they have. */
final class XmlGuess {

    private static final int MOST_ELEMENTS = 500_000;
    private static final int DEEPEST = 40;

    /** An element, with the names that paths have. */
    private static final class Element {

        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<Element> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Element(String name) {
            this.name = name;
        }

        private boolean isStructured() {
            return !children.isEmpty() || !attributes.isEmpty();
        }
    }

    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private int elements;

    private XmlGuess() {
    }

    static boolean isXml(byte[] sample) {
        String begin = new String(sample, 0, Math.min(sample.length, 200), java.nio.charset.StandardCharsets.UTF_8)
                .replace("\uFEFF", "").stripLeading();
        return begin.matches("(?s)<(\\?xml|!--|[\\p{L}_]).*");
    }

    static Table read(byte[] sample) throws NotDrafted {
        XmlGuess guess = new XmlGuess();
        try {
            return guess.table(guess.parse(sample));
        } catch (XMLStreamException | RuntimeException broken) {
            throw new NotDrafted(ScaffoldProblem.NOT_READ, "Die Probe ist kein XML in guter Form, enthält eine"
                    + " Dokumenttyp-Angabe (DTD) oder ist zu groß. Ein Auszug genügt.");
        }
    }

    private Element parse(byte[] sample) throws XMLStreamException {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(sample));
        List<Element> open = new ArrayList<>();
        Element root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element element = element(reader);
                    if (++elements > MOST_ELEMENTS || open.size() > DEEPEST) {
                        throw new XMLStreamException("too large");
                    }
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.getLast().children.add(element);
                    }
                    open.add(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> open.getLast().text.append(reader.getText());
                case XMLStreamConstants.DTD -> throw new XMLStreamException("document type");
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
        return root;
    }

    private Element element(XMLStreamReader reader) {
        Element element = new Element(name(reader.getNamespaceURI(), reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String uri = reader.getAttributeNamespace(i);
            if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(uri) && !XMLConstants.XML_NS_URI.equals(uri)) {
                element.attributes.put("@" + name(uri, reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                        reader.getAttributeValue(i));
            }
        }
        return element;
    }

    private String name(String uri, String prefix, String local) {
        if (uri == null || uri.isEmpty()) {
            return local;
        }
        String known = prefixes.computeIfAbsent(uri, any -> {
            String wanted = prefix == null || !prefix.matches("[a-z][a-z0-9]*") ? "n" : prefix;
            String free = wanted;
            for (int i = 2; prefixes.containsValue(free); i++) {
                free = wanted + i;
            }
            return free;
        });
        return known + ":" + local;
    }

    private Table table(Element root) throws NotDrafted {
        List<Collection> collections = new ArrayList<>();
        collections(root, List.of(), collections);
        Optional<Collection> longest = collections.stream().max(Comparator.comparingLong(Collection::size));
        List<Element> records = longest.map(found -> found.element().children.stream().filter(Element::isStructured).toList())
                .orElse(List.of(root));
        Set<String> names = records.stream().map(record -> record.name).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Map<String, String>> rows = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        for (Element record : records) {
            Map<String, String> row = new LinkedHashMap<>();
            values("", record, row);
            columns.addAll(row.keySet());
            rows.add(row);
        }
        if (columns.isEmpty()) {
            throw new NotDrafted(ScaffoldProblem.NO_ROWS, ScaffoldProblem.NO_ROWS.germanText());
        }
        List<String> all = List.copyOf(columns);
        return new Table(format(names, longest.map(Collection::name).orElse(null), collections), all, rows.stream()
                .map(row -> all.stream().map(column -> filled(row.get(column))).toList()).toList(), 0);
    }

    private static String filled(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private FormatGuess format(Set<String> records, String collection, List<Collection> all) {
        Map<String, String> more = new LinkedHashMap<>();
        if (!prefixes.isEmpty()) {
            more.put("namespaces", prefixes.entrySet().stream().map(entry -> entry.getValue() + ": " + '"' + entry.getKey()
                    + '"').collect(Collectors.joining(", ", "{", "}")));
        }
        more.put("records", records.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ", "[", "]")));
        if (collection != null) {
            more.put("collection", '"' + collection + '"');
        }
        List<String> reasons = new ArrayList<>();
        reasons.add(collection == null ? "XML; das ganze Dokument ist ein Datensatz."
                : "XML; Datensätze sind die Elemente in " + collection + ".");
        String others = all.stream().map(Collection::name).filter(name -> !name.equals(collection)).distinct()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            reasons.add("UNSICHER: die längste Liste wurde genommen; weitere stehen in " + others + ".");
        }
        if (!prefixes.isEmpty()) {
            reasons.add("ENTSCHEIDEN: ändert sich der Namensraum mit jeder Fassung des Standards? Dann Fassung: Namensraum");
        }
        return new FormatGuess(new LinkedHashMap<>(Map.of("type", "xml")), more, List.of(), reasons);
    }

    /** @param path from the root on */
    private record Collection(Element element, List<String> path, long size) {

        String name() {
            return String.join("/", path);
        }
    }

    /** The elements with several structured children of the same name; what stands within one of them is part of a record. */
    private static void collections(Element at, List<String> path, List<Collection> found) {
        List<String> here = new ArrayList<>(path);
        here.add(at.name);
        long structured = at.children.stream().filter(Element::isStructured).count();
        long kinds = at.children.stream().filter(Element::isStructured).map(child -> child.name).distinct().count();
        if (structured > 1 && structured > kinds) {
            found.add(new Collection(at, here, structured));
        } else {
            at.children.forEach(child -> collections(child, here, found));
        }
    }

    /** Of elements that stand several times the first one counts. */
    private static void values(String prefix, Element element, Map<String, String> row) {
        element.attributes.forEach((name, value) -> row.putIfAbsent(prefix + name, value));
        for (Element child : element.children) {
            String path = prefix + child.name;
            if (child.children.isEmpty()) {
                row.putIfAbsent(path, child.text.toString());
            }
            values(path + "/", child, row);
        }
    }
}
