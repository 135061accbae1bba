package de.kimhub.steering.board;

import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Derived;
import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.Figure;
import de.kimhub.steering.cube.PublishedTable;
import de.kimhub.steering.cube.Release;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table as a page of a release reads it. */
record Reading(Release release, PublishedTable table) {

    private static final int PERIODS = 4;

    Optional<Category> now() {
        return table.currentPeriod(release);
    }

    Optional<Category> before() {
        return now().flatMap(table::periodBefore);
    }

    /** Up to and with the current one. */
    List<Category> lastPeriods() {
        List<Category> all = table.dimension(Kind.PERIOD).map(Dimension::parts).orElse(List.of());
        int end = now().map(all::indexOf).orElse(-1) + 1;
        return all.subList(Math.max(0, end - PERIODS), end);
    }

    /** Nothing is told of it in this release. */
    boolean notYet() {
        return table.cells().isEmpty() || now().isEmpty();
    }

    /** Whether it tells of the very period that the release is about, and not of a year. */
    boolean ofThisPeriod() {
        return now().filter(period -> period.code().equals(release.period())).isPresent();
    }

    /** Of all in a period. */
    Figure total(Category period) {
        return at(in(period));
    }

    Map<String, String> in(Category period) {
        Map<String, String> by = new HashMap<>();
        table.dimension(Kind.PERIOD).ifPresent(periods -> by.put(periods.name(), period.code()));
        return by;
    }

    Map<String, String> in(Category period, Dimension dimension, Category category) {
        Map<String, String> by = in(period);
        by.put(dimension.name(), category.code());
        return by;
    }

    /** @param by code by dimension; of all others the total, or the sum where there is none and the parts are of one kind */
    Figure at(Map<String, String> by) {
        Optional<Dimension> open = table.dimensions().stream()
                .filter(one -> !by.containsKey(one.name()) && one.category(Category.TOTAL).isEmpty()).findFirst();
        if (open.filter(one -> one.kind() == Kind.OTHER).isPresent()) {
            return Figure.UNKNOWN;
        }
        return open.map(dimension -> Derived.sum(dimension.parts().stream().map(part -> {
            Map<String, String> more = new HashMap<>(by);
            more.put(dimension.name(), part.code());
            return at(more);
        }).toList())).orElseGet(() -> table.at(by));
    }
}
