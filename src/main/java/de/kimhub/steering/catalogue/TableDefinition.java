package de.kimhub.steering.catalogue;

import de.kimhub.message.Measure;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of the catalogue.
 *
 * @param indicator   its number
 * @param definition  German: what is counted, for who checks it
 * @param explanation German: one sentence for who does not
 * @param population  German: who is counted
 * @param classes     of days, and the two coarse ones; empty: it tells no time
 * @param forms       from the finest to the coarsest
 */
public record TableDefinition(String id, int indicator, String title, String definition, String explanation, String unit,
                              String population, String source, List<Series> series, List<DayClass> classes,
                              List<DayClass> coarseClasses, List<Form> forms) {

    OptionalInt formWith(List<String> names) {
        return IntStream.range(0, forms.size()).filter(no -> forms.get(no).names().equals(names)).findFirst();
    }

    public List<DayClass> classes(Axis axis) {
        return axis == Axis.SHARE ? coarseClasses : classes;
    }

    public Set<Measure> measures() {
        return series.stream().map(Series::measure).collect(Collectors.toSet());
    }
}
