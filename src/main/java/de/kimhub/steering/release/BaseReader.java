package de.kimhub.steering.release;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Catalogue;
import de.kimhub.steering.catalogue.DayClass;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Who told of an arrival does not know who has not reached a station. */
    private static final String NOBODY = "";

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
            String opened = row.getString("opened_in");
            String closed = row.getString("closed_in");
            boolean reached = days != null;
            GroupKey key = new GroupKey(row.getString("municipality"),
                    measure.isOnTheWay() && !reached ? NOBODY : row.getString("organisation"), row.getString("theme"),
                    row.getString("route"), reached ? dayClass(measure, days) : "",
                    measure.isOnTheWay() && reached ? span(opened, closed, days) : "", opened, closed);
            counts.computeIfAbsent(key, one -> new long[1])[0]++;
            String person = row.getString("person");
            persons.computeIfAbsent(key, one -> new HashSet<>())
                    .add(person == null ? 0 : numbers.computeIfAbsent(person, one -> numbers.size() + 1));
        }, period.id(), period.id(), measure.number(), period.id());
        List<Base.Group> groups = new ArrayList<>();
        counts.forEach((key, count) -> groups.add(new Base.Group(key, count[0], persons.get(key))));
        return new Base(PossibleGroups.with(measure, groups, period));
    }

    private static String span(String opened, String closed, int days) {
        return Span.of(Quarter.parse(opened), Quarter.parse(closed), days).map(Span::code).orElse("");
    }

    private static String dayClass(Measure measure, int days) {
        return Catalogue.classesOf(measure).stream().filter(one -> one.holds(days)).findFirst().map(DayClass::code).orElse("");
    }
}
