package de.kimhub.steering.cube;

import de.kimhub.steering.cube.Dimension.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of a release: what it tells, and its cells. */
public record PublishedTable(String id, int indicator, About about, List<Dimension> dimensions,
                             Map<List<String>, Figure> cells) {

    /**
     * What a table is about, for people.
     *
     * @param withheld why nothing of it is shown; {@code null}: it is shown
     */
    public record About(String title, String definition, String explanation, String unit, String population, String source,
                        String consentCoverage, String firstPeriod, String withheld) {
    }

    public String title() {
        return about.title();
    }

    public boolean withheld() {
        return about.withheld() != null;
    }

    public Optional<Dimension> dimension(Kind kind) {
        return dimensions.stream().filter(one -> one.kind() == kind).findFirst();
    }

    /** Those that are neither period nor class. */
    public List<Dimension> breakdowns() {
        return dimensions.stream().filter(one -> one.kind() != Kind.PERIOD && one.kind() != Kind.CLASS).toList();
    }

    public Figure at(List<String> codes) {
        return withheld() ? Figure.HIDDEN : cells.getOrDefault(codes, Figure.UNKNOWN);
    }

    /** @param by code by the name of its dimension; the total of all others */
    public Figure at(Map<String, String> by) {
        return at(dimensions.stream().map(one -> by.getOrDefault(one.name(), Category.TOTAL)).toList());
    }

    /** The period that the release is about, or the last that the table has (a year). */
    public Optional<Category> currentPeriod(Release release) {
        return dimension(Kind.PERIOD).flatMap(periods -> periods.category(release.period())
                .or(() -> periods.parts().isEmpty() ? Optional.empty() : Optional.of(periods.parts().getLast())));
    }

    public Optional<Category> periodBefore(Category period) {
        List<Category> periods = dimension(Kind.PERIOD).map(Dimension::parts).orElse(List.of());
        int at = periods.indexOf(period);
        return at > 0 ? Optional.of(periods.get(at - 1)) : Optional.empty();
    }
}
