package de.kimhub.translation;

import de.kimhub.message.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;

/** Makes the element of an item out of the columns, whose names are paths. */
final class XmlOutCompiler {

    private static final String HOW = " Write steps as prefix:name or name with / between them, and @name last for an"
            + " attribute; the prefixes are those of 'namespaces' ";

    private final XmlOutFormat format;
    private final Compilation compilation;
    private final XmlElement record;

    XmlOutCompiler(XmlOutFormat format, Compilation compilation) {
        this.format = format;
        this.compilation = compilation;
        this.record = new XmlElement(format.record());
    }

    /** @param places of the columns, at the same index */
    XmlOutWriter compile(List<OutColumn> columns, List<Place> places) {
        for (int i = 0; i < columns.size(); i++) {
            add(i, columns.get(i), places.get(i));
        }
        return new XmlOutWriter(format, record);
    }

    private void add(int index, OutColumn column, Place place) {
        String path = column.name();
        int at = path.lastIndexOf('@');
        boolean attribute = at == 0 || at > 0 && path.charAt(at - 1) == '/';
        String elements = !attribute ? path : at == 0 ? "" : path.substring(0, at - 1);
        Optional<List<XmlName>> steps = steps(elements);
        Optional<XmlName> name = attribute ? XmlName.parse(path.substring(at + 1), format.namespaces())
                : Optional.of(format.record());
        if (steps.isEmpty() || name.isEmpty()) {
            problem(place, "'" + path + "' is no path of an element that can be written." + HOW
                    + format.namespaces().keySet() + ".");
            return;
        }
        XmlElement element = record;
        for (XmlName step : steps.get()) {
            element = element.child(step);
            if (element.hasText() && (step != steps.get().getLast() || !attribute)) {
                mixed(path, place);
                return;
            }
        }
        if (attribute) {
            attribute(element, name.get(), index, column, place);
        } else {
            text(element, index, column, place);
        }
    }

    /** {@code .} is the element of the item itself; empty when a step is not one. */
    private Optional<List<XmlName>> steps(String path) {
        List<XmlName> steps = new ArrayList<>();
        if (path.isEmpty() || path.equals(".")) {
            return Optional.of(steps);
        }
        for (String step : path.split("/", -1)) {
            Optional<XmlName> name = XmlName.parse(step, format.namespaces())
                    .filter(known -> !known.prefix().equals(XMLConstants.XML_NS_PREFIX));
            if (name.isEmpty()) {
                return Optional.empty();
            }
            steps.add(name.get());
        }
        return Optional.of(steps);
    }

    private void text(XmlElement element, int index, OutColumn column, Place place) {
        if (!element.children.isEmpty() || element.hasText()) {
            mixed(column.name(), place);
        } else if (column.repeats() && (element == record || !element.attributes.isEmpty())) {
            repeated(column, place);
        } else {
            element.text(index, column.constant());
            element.repeats(column.repeats());
        }
    }

    private void attribute(XmlElement element, XmlName name, int index, OutColumn column, Place place) {
        if (column.repeats() || element.repeats()) {
            repeated(column, place);
        } else if (element.attributes.stream().anyMatch(known -> known.name().same(name))) {
            problem(place, "The element has the attribute of '" + column.name() + "' already. Remove one.");
        } else {
            element.attributes.add(new XmlElement.Attribute(name, index, column.constant()));
        }
    }

    private void repeated(OutColumn column, Place place) {
        problem(place, "'" + column.name() + "' has several values, but attributes, elements with attributes and the"
                + " item itself stand once. Add a 'separator'.");
    }

    private void mixed(String path, Place place) {
        problem(place, "'" + path + "' gives an element both text and elements, or text twice. Give it a path of its own.");
    }

    private void problem(Place place, String text) {
        compilation.problem(TranslationProblem.CFG_VALUE, place, text);
    }
}
