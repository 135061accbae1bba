package de.kimhub.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value stands in a record, seen from the record's element: {@code xa:personalien/xa:vorname/name},
 * {@code status/@listVersionID}, {@code frist[last()]}, {@code erreichbarkeit[kanal/code='02']/kennung}.
 */
record XmlPath(List<Step> steps) {

    /** The record's own text. */
    static final XmlPath RECORD = new XmlPath(List.of());

    /** All of several equal elements; they may also be counted from 1 on. */
    private static final int ALL = 0;
    private static final int LAST = -1;

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}._\\-]*";
    private static final Pattern STEP = Pattern.compile("(@?)(?:(" + NAME + "):)?(" + NAME
            + ")(?:\\[([1-9][0-9]{0,4}|last\\(\\))\\]|\\[([^\\[\\]=']+)='([^\\[\\]']*)'\\])?");
    private static final Pattern SLASH = Pattern.compile("/(?![^\\[]*\\])");

    /**
     * @param uris  one of them is the namespace; the empty text stands for none
     * @param where which of several equal elements; {@code null} for all
     */
    record Step(Set<String> uris, String local, boolean attribute, int index, Where where) {

        boolean names(String uri, String name) {
            return local.equals(name) && uris.contains(uri);
        }
    }

    /** Those in which something stands under a path. */
    record Where(XmlPath path, String text, String value) {

        boolean holds(XmlNode element) {
            return path.values(element).stream().anyMatch(found -> found.strip().equals(value));
        }
    }

    /** The texts of its steps. */
    static String[] parts(String text) {
        return SLASH.split(text, -1);
    }

    static boolean isName(String text) {
        return text.matches(NAME);
    }

    /** @param complaints takes what is wrong with it, as half a sentence */
    static Optional<XmlPath> compile(String text, XmlNames names, List<String> complaints) {
        if (text.equals(".")) {
            return Optional.of(RECORD);
        }
        List<Step> steps = new ArrayList<>();
        String[] parts = parts(text);
        for (int i = 0; i < parts.length; i++) {
            Matcher matcher = STEP.matcher(parts[i]);
            boolean attribute = parts[i].startsWith("@");
            if (!matcher.matches() || attribute && (i < parts.length - 1 || !parts[i].equals(parts[i].replaceAll("\\[.*", "")))) {
                complaints.add(attribute ? "an attribute stands last and alone, as in a/b/@name"
                        : "a path has steps such as name, prefix:name, name[2], name[last()] or name[inner='value'],"
                                + " with / between them");
                return Optional.empty();
            }
            String prefix = matcher.group(2);
            Set<String> uris = prefix == null ? Set.of("") : names.uris(prefix);
            if (uris == null) {
                complaints.add("the prefix '" + prefix + "' is not declared; receive.format.namespaces has "
                        + names.prefixes());
                return Optional.empty();
            }
            Optional<XmlPath> inner = matcher.group(5) == null ? Optional.empty()
                    : compile(matcher.group(5), names, complaints);
            if (matcher.group(5) != null && inner.isEmpty()) {
                return Optional.empty();
            }
            steps.add(new Step(uris, matcher.group(3), attribute, index(matcher.group(4)),
                    inner.map(path -> new Where(path, matcher.group(5), matcher.group(6))).orElse(null)));
        }
        return Optional.of(new XmlPath(List.copyOf(steps)));
    }

    private static int index(String text) {
        return text == null ? ALL : text.equals("last()") ? LAST : Integer.parseInt(text);
    }

    /**
     * The values in the order of the document; none when all are blank. Where one of several equal elements lacks what
     * the others have, an empty text keeps its place, so that values that belong together stay side by side.
     */
    List<String> values(XmlNode record) {
        List<String> values = new ArrayList<>(1);
        collect(record, 0, values);
        return values.stream().allMatch(String::isBlank) ? List.of() : values;
    }

    private void collect(XmlNode element, int at, List<String> values) {
        if (at == steps.size()) {
            values.add(element.text());
        } else if (steps.get(at).attribute()) {
            values.add(attribute(element, steps.get(at)));
        } else {
            List<XmlNode> found = children(element, steps.get(at));
            if (found.isEmpty()) {
                values.add("");
            }
            found.forEach(child -> collect(child, at + 1, values));
        }
    }

    private static String attribute(XmlNode element, Step step) {
        for (XmlNode.Attribute attribute : element.attributes()) {
            if (step.names(attribute.uri(), attribute.local())) {
                return attribute.value();
            }
        }
        return "";
    }

    private static List<XmlNode> children(XmlNode element, Step step) {
        List<XmlNode> found = List.of();
        for (XmlNode child : element.children()) {
            if (step.names(child.uri(), child.local()) && (step.where() == null || step.where().holds(child))) {
                if (found.isEmpty()) {
                    found = new ArrayList<>(2);
                }
                found.add(child);
            }
        }
        return switch (step.index()) {
            case ALL -> found;
            case LAST -> found.isEmpty() ? found : List.of(found.getLast());
            default -> found.size() < step.index() ? List.of() : List.of(found.get(step.index() - 1));
        };
    }

    /** Why nothing stands there, for people; {@code null} when the element or attribute is there. */
    String absence(XmlNode record) {
        List<XmlNode> here = List.of(record);
        for (Step step : steps) {
            if (step.attribute()) {
                return here.stream().anyMatch(element -> element.attributes().stream()
                        .anyMatch(other -> step.names(other.uri(), other.local()))) ? null : "is missing";
            }
            List<XmlNode> next = here.stream().flatMap(element -> children(element, step).stream()).toList();
            if (next.isEmpty()) {
                return absence(step, here);
            }
            here = next;
        }
        return null;
    }

    private static String absence(Step step, List<XmlNode> parents) {
        return parents.stream().flatMap(parent -> parent.children().stream())
                .filter(child -> child.local().equals(step.local()) && !step.uris().contains(child.uri())).findFirst()
                .map(child -> "is missing: '" + step.local() + "' is there, but " + (child.uri().isEmpty()
                        ? "without a namespace" : step.uris().contains("") ? "in a namespace" : "in another namespace"))
                .orElse("is missing");
    }
}
