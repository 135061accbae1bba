package de.kimhub.steering.release;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Catalogue;
import de.kimhub.steering.catalogue.DayClass;
import de.kimhub.steering.catalogue.Quarter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was counted, as it stands at the end of a closed period. */
@Component
class BaseReader {

    private static final String UNITS = """
            select municipality, organisation, theme, route, opened_in, case when closed_in <= ? then closed_in end as closed_in,
                   case when closed_in <= ? then days end as days, person
              from steering.unit where measure = ? and opened_in <= ?
             order by municipality, organisation, theme, route, opened_in, closed_in, days, id""";

    private final JdbcTemplate jdbc;

    BaseReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Base of(Measure measure, Quarter period) {
        Map<GroupKey, long[]> counts = new LinkedHashMap<>();
        Map<GroupKey, Set<Integer>> persons = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        jdbc.query(UNITS, row -> {
            Integer days = row.getObject("days", Integer.class);
            GroupKey key = new GroupKey(row.getString("municipality"), row.getString("organisation"), row.getString("theme"),
                    row.getString("route"), days == null ? "" : dayClass(measure, days), row.getString("opened_in"),
                    row.getString("closed_in"));
            counts.computeIfAbsent(key, one -> new long[1])[0]++;
            String person = row.getString("person");
            persons.computeIfAbsent(key, one -> new HashSet<>())
                    .add(person == null ? 0 : numbers.computeIfAbsent(person, one -> numbers.size() + 1));
        }, period.id(), period.id(), measure.number(), period.id());
        List<Base.Group> groups = new ArrayList<>();
        counts.forEach((key, count) -> groups.add(new Base.Group(key, count[0], persons.get(key))));
        return new Base(withMovements(measure, groups, period));
    }

    static List<Base.Group> withMovements(Measure measure, List<Base.Group> counted, Quarter period) {
        if (!Catalogue.tellsStockOf(measure)) {
            return counted;
        }
        Set<GroupKey> there = counted.stream().map(Base.Group::key).collect(Collectors.toCollection(LinkedHashSet::new));
        return Stream.concat(counted.stream(), movements(measure, there, period).stream().filter(key -> !there.contains(key))
                .map(key -> new Base.Group(key, 0, Set.of()))).toList();
    }

    /**
     * Comings and goings that may have been: of a stock nobody outside knows that there were none. Only those that could be:
     * everybody knows since when an organisation tells anything, and that who has left was there for some time.
     */
    private static Set<GroupKey> movements(Measure measure, Set<GroupKey> there, Quarter period) {
        Map<String, Quarter> firsts = new HashMap<>();
        there.forEach(one -> firsts.merge(one.organisation(), Quarter.parse(one.openedIn()), (a, b) -> a.compareTo(b) < 0 ? a : b));
        Set<GroupKey> all = new LinkedHashSet<>();
        for (GroupKey one : there) {
            Quarter first = firsts.get(one.organisation());
            for (Quarter quarter : Quarter.between(first, period)) {
                all.add(new GroupKey(one.municipality(), one.organisation(), "", "", "", quarter.id(), null));
                classes(measure).stream().filter(days -> days.mayLieBetween(first, quarter)).forEach(days -> all.add(new GroupKey(
                        one.municipality(), one.organisation(), "", "", days.code(), first.id(), quarter.id())));
            }
        }
        return all;
    }

    private static List<DayClass> classes(Measure measure) {
        return measure == Measure.NATURALISATION ? DayClass.PROCEDURE : DayClass.WAITING;
    }

    private static String dayClass(Measure measure, int days) {
        return classes(measure).stream().filter(one -> one.holds(days)).findFirst().orElseThrow().code();
    }
}
