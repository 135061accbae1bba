package de.kimhub.translation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which elements and attributes of a record somebody reads, or has declared as unused. */
final class XmlCoverage {

    private static final List<String> NOBODY_READS = List.of("http://www.w3.org/2001/XMLSchema-instance",
            "http://www.w3.org/XML/1998/namespace");

    /** Something in a record that nobody reads. */
    @FunctionalInterface
    interface Finder {

        /**
         * @param path   of the element around it, which the mapping knows; {@code .} for the record's own
         * @param what   its name, to be repeated to nobody
         * @param number of the child or attribute, 1-based
         */
        void found(String path, String what, boolean attribute, int number, long line);
    }

    private static final class Place {

        private final Map<String, List<Edge>> inner = new HashMap<>(4);
        private boolean everything;
        private boolean allAttributes;
    }

    private record Edge(XmlPath.Step step, String name, Place to) {
    }

    private final Place root = new Place();
    private final Place anywhere = new Place();

    /** @param text the path as the mapping writes it */
    void read(XmlPath path, String text) {
        cover(root, path.steps(), XmlPath.parts(text));
    }

    /** @param everything with all that is in it */
    void unused(XmlPath path, String text, boolean anywhere, boolean everything, boolean allAttributes) {
        Place last = cover(anywhere ? this.anywhere : root, path.steps(), XmlPath.parts(text));
        last.everything |= everything;
        last.allAttributes |= allAttributes;
    }

    private static Place cover(Place from, List<XmlPath.Step> steps, String[] names) {
        Place here = from;
        for (int i = 0; i < steps.size(); i++) {
            XmlPath.Step step = steps.get(i);
            List<Edge> edges = here.inner.computeIfAbsent(key(step.local(), step.attribute()),
                    key -> new ArrayList<>(1));
            Edge edge = edges.stream().filter(other -> other.step.uris().equals(step.uris())).findFirst().orElse(null);
            if (edge == null) {
                edge = new Edge(step, names[i].replaceAll("\\[.*", ""), new Place());
                edges.add(edge);
            }
            here = edge.to;
            if (step.where() != null) {
                cover(here, step.where().path().steps(), XmlPath.parts(step.where().text()));
            }
        }
        return here;
    }

    void check(XmlNode record, Finder finder) {
        check(record, root, "", finder);
    }

    private void check(XmlNode element, Place place, String path, Finder finder) {
        if (place.everything) {
            return;
        }
        String shown = path.isEmpty() ? "." : path;
        int number = 0;
        for (XmlNode.Attribute attribute : element.attributes()) {
            number++;
            if (!place.allAttributes && !NOBODY_READS.contains(attribute.uri())
                    && edge(place, attribute.uri(), attribute.local(), true) == null) {
                finder.found(shown, attribute.uri() + attribute.local(), true, number, element.line());
            }
        }
        number = 0;
        for (XmlNode child : element.children()) {
            number++;
            Edge edge = edge(place, child.uri(), child.local(), false);
            if (edge == null) {
                finder.found(shown, child.uri() + child.local(), false, number, child.line());
            } else {
                check(child, edge.to, path.isEmpty() ? edge.name : path + "/" + edge.name, finder);
            }
        }
    }

    private Edge edge(Place place, String uri, String local, boolean attribute) {
        Edge here = find(place, uri, local, attribute);
        return here != null ? here : find(anywhere, uri, local, attribute);
    }

    private static Edge find(Place place, String uri, String local, boolean attribute) {
        for (Edge edge : place.inner.getOrDefault(key(local, attribute), List.of())) {
            if (edge.step.uris().contains(uri)) {
                return edge;
            }
        }
        return null;
    }

    private static String key(String local, boolean attribute) {
        return attribute ? "@" + local : local;
    }
}
