package de.kimhub.steering.feed;

import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.Figure;
import de.kimhub.steering.cube.PublishedTable;
import de.kimhub.steering.cube.Release;
import de.kimhub.steering.feed.Rows.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table as JSON-stat 2.0 data set. Status codes are those of SDMX: Q suppressed, O missing. */
final class JsonStatFeed {

    private static final String SUPPRESSED = "Q";
    private static final String MISSING = "O";

    private JsonStatFeed() {
    }

    static byte[] of(Release release, PublishedTable table) {
        Map<String, Object> dimensions = new LinkedHashMap<>();
        table.dimensions().forEach(one -> dimensions.put(one.name(), dimension(one)));
        List<Object> values = new ArrayList<>();
        Map<String, Object> status = new LinkedHashMap<>();
        for (Row row : table.withheld() ? List.<Row>of() : Rows.of(table)) {
            add(row.figure(), values, status);
        }
        return Json.bytes(Json.object("version", "2.0", "class", "dataset", "label", table.title(),
                "source", table.about().source(), "updated", release.publishedAt().toString(),
                "id", table.dimensions().stream().map(Dimension::name).toList(),
                "size", table.dimensions().stream().map(one -> one.categories().size()).toList(),
                "role", role(table), "dimension", dimensions, "value", table.withheld() ? nothing(table) : values,
                "status", table.withheld() ? SUPPRESSED : status.isEmpty() ? null : status,
                "note", table.withheld() ? List.of(table.about().withheld()) : null,
                "extension", Metadata.of(release, table)));
    }

    private static void add(Figure figure, List<Object> values, Map<String, Object> status) {
        String index = Integer.toString(values.size());
        switch (figure) {
            case Figure.Shown(double value) -> values.add((long) value);
            case Figure.Hidden() -> {
                values.add(null);
                status.put(index, SUPPRESSED);
            }
            case Figure.Unknown() -> {
                values.add(null);
                status.put(index, MISSING);
            }
        }
    }

    private static List<Object> nothing(PublishedTable table) {
        int size = table.dimensions().stream().mapToInt(one -> one.categories().size()).reduce(1, (a, b) -> a * b);
        return java.util.Collections.nCopies(size, null);
    }

    private static Map<String, Object> dimension(Dimension dimension) {
        Map<String, Object> labels = new LinkedHashMap<>();
        Map<String, Object> notes = new LinkedHashMap<>();
        for (Category category : dimension.categories()) {
            labels.put(category.code(), category.label());
            if (category.note() != null) {
                notes.put(category.code(), List.of(category.note()));
            }
        }
        return Json.object("label", dimension.label(), "category", Json.object(
                "index", dimension.categories().stream().map(Category::code).toList(), "label", labels,
                "note", notes.isEmpty() ? null : notes));
    }

    private static Map<String, Object> role(PublishedTable table) {
        List<String> time = named(table, Kind.PERIOD);
        List<String> place = named(table, Kind.MUNICIPALITY);
        return time.isEmpty() && place.isEmpty() ? null
                : Json.object("time", time.isEmpty() ? null : time, "geo", place.isEmpty() ? null : place);
    }

    private static List<String> named(PublishedTable table, Kind kind) {
        return table.dimensions().stream().filter(one -> one.kind() == kind).map(Dimension::name).toList();
    }
}
