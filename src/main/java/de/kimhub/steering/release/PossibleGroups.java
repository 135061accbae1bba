package de.kimhub.steering.release;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Axis;
import de.kimhub.steering.catalogue.Catalogue;
import de.kimhub.steering.catalogue.DayClass;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.Series.Counted;
import de.kimhub.steering.catalogue.Span;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Groups that may have held somebody: nobody outside knows that they did not, so a zero can be hidden like other numbers. Only
 * those that could: everybody knows since when an organisation tells anything and in which municipalities it works, and that who has
 * left was there for some time.
 */
final class PossibleGroups {

    private record Place(String municipality, String organisation, String theme) {

        GroupKey group(String days, Quarter opened, String closedIn) {
            return new GroupKey(municipality, organisation, theme, "", days, opened.id(), closedIn);
        }
    }

    private final Measure measure;
    private final Quarter period;
    private final Set<GroupKey> there;

    private PossibleGroups(Measure measure, Quarter period, Set<GroupKey> there) {
        this.measure = measure;
        this.period = period;
        this.there = there;
    }

    /** @return what was counted, and groups of nobody */
    static List<Base.Group> with(Measure measure, List<Base.Group> counted, Quarter period) {
        Set<GroupKey> there = counted.stream().map(Base.Group::key).collect(Collectors.toCollection(LinkedHashSet::new));
        return Stream.concat(counted.stream(), new PossibleGroups(measure, period, there).all().stream()
                .filter(key -> !there.contains(key)).map(key -> new Base.Group(key, 0, Set.of()))).toList();
    }

    private Set<GroupKey> all() {
        return measure.isOnTheWay() ? stations() : movements();
    }

    /** Who arrived in any quarter may have reached the station in any later one, as told by any who ever told of it, or not. */
    private Set<GroupKey> stations() {
        Set<GroupKey> all = new LinkedHashSet<>();
        if (there.isEmpty()) {
            return all;
        }
        Quarter arrivals = first(there.stream().map(GroupKey::openedIn));
        Place nowhere = new Place("", "", "");
        Quarter.between(arrivals, period).forEach(arrived -> all.add(nowhere.group("", arrived, null)));
        there.stream().filter(one -> one.closedIn() != null && !one.organisation().isEmpty())
                .collect(Collectors.groupingBy(GroupKey::organisation, TreeMap::new, Collectors.toList())).forEach((organisation, own) -> {
            Quarter told = first(own.stream().map(GroupKey::closedIn));
            Quarter.between(arrivals, period).forEach(arrived -> {
                Set<GroupKey> alike = new LinkedHashSet<>();
                Quarter.between(arrived.compareTo(told) < 0 ? told : arrived, period)
                        .forEach(reached -> alike.addAll(reached(organisation, arrived, reached)));
                all.addAll(Catalogue.tells(measure, Counted.CLOSED) ? alike : withoutTime(alike));
            });
        });
        return all;
    }

    /** By class of days and span. */
    private Set<GroupKey> reached(String organisation, Quarter arrived, Quarter told) {
        int least = (int) Math.max(0, ChronoUnit.DAYS.between(arrived.end(), told.begin()));
        int most = (int) ChronoUnit.DAYS.between(arrived.begin(), told.end());
        return IntStream.rangeClosed(least, most).mapToObj(days -> new GroupKey("", organisation, "", "",
                Catalogue.classesOf(measure).stream().filter(one -> one.holds(days)).findFirst().map(DayClass::code).orElse(""),
                Span.of(arrived, told, days).map(Span::code).orElse(""), arrived.id(), told.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** One of those that differ in the quarter only, where no table tells that. */
    private static Collection<GroupKey> withoutTime(Collection<GroupKey> alike) {
        return alike.stream().collect(Collectors.toMap(GroupKey::span, one -> one, (one, other) -> one, LinkedHashMap::new)).values();
    }

    private Set<GroupKey> movements() {
        boolean opened = Catalogue.tells(measure, Counted.OPENED);
        Set<GroupKey> all = new LinkedHashSet<>();
        there.stream().filter(one -> opened || one.closedIn() != null)
                .collect(Collectors.groupingBy(GroupKey::organisation, TreeMap::new, Collectors.toList())).forEach((organisation, own) -> {
            Quarter first = first(own.stream().map(one -> opened ? one.openedIn() : one.closedIn()));
            Quarter opening = opened ? first : first(there.stream().map(GroupKey::openedIn));
            for (String municipality : municipalities(own)) {
                for (String theme : themes()) {
                    Place place = new Place(municipality, organisation, theme);
                    Quarter.between(first, period).forEach(quarter -> all.addAll(movements(place, opening, quarter)));
                }
            }
        });
        return all;
    }

    private static Quarter first(Stream<String> quarters) {
        return quarters.map(Quarter::parse).min(Quarter::compareTo).orElseThrow();
    }

    /** What no table tells apart is one. */
    private Collection<String> municipalities(List<GroupKey> own) {
        return !Catalogue.tellsApart(measure, Axis.MUNICIPALITY) ? List.of("")
                : own.stream().map(GroupKey::municipality).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All, or a theme that is hidden in a first quarter would be one of which somebody was advised. */
    private Collection<String> themes() {
        return Stream.concat(Stream.of(""), Arrays.stream(Axis.values()).filter(axis -> Catalogue.tellsApart(measure, axis))
                .flatMap(axis -> axis.subjects().keySet().stream())).toList();
    }

    /** Comings and goings of a quarter. @param opening the first in which anything was opened */
    private List<GroupKey> movements(Place place, Quarter opening, Quarter quarter) {
        List<GroupKey> all = new ArrayList<>();
        if (Catalogue.tells(measure, Counted.OPENED)) {
            all.add(place.group("", quarter, null));
        }
        if (Catalogue.tells(measure, Counted.CLOSED)) {
            beginnings(opening, quarter).forEach((days, begin) -> all.add(place.group(days, begin, quarter.id())));
        }
        return all;
    }

    /** By class of days the first quarter in which something can have begun that took so long. */
    private Map<String, Quarter> beginnings(Quarter opening, Quarter closed) {
        Map<String, Quarter> begun = new LinkedHashMap<>();
        Quarter.between(opening, closed).forEach(begin -> Catalogue.classesOf(measure).stream()
                .filter(days -> days.mayLieBetween(begin, closed)).forEach(days -> begun.putIfAbsent(days.code(), begin)));
        return Catalogue.classesOf(measure).isEmpty() ? Map.of("", opening) : begun;
    }
}
